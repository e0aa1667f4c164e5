import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { projectRoot } from '../lib/project.ts';
import { stageFile } from '../lib/stages/stage.ts';
import { writeFileAtomically } from '../local/atomic-file.ts';
import { feedById } from '../shared/catalogue/feeds/feeds.ts';
import { exchangingAt } from './command/api-client.ts';
import { readStage } from './command/deploy/read-stage.ts';
import { type Flags, parseFlags } from './command/flags.ts';
import { load } from './command/load.ts';
import { type AnswersOutcome, parseAnswers } from './command/onboard/answers.ts';
import { interview } from './command/onboard/interview.ts';
import {
  type OnboardFlag,
  onboard,
  onboardFlags,
  onboardUsage,
  settleOver,
} from './command/onboard/onboard-command.ts';
import { type ReadSample, recognise } from './command/onboard/recognise.ts';
import { withArea } from './command/onboard/stage-areas.ts';
import { deployedPlace, localPlace } from './command/place.ts';
import { type ExitCode, exit, runCommand, terminal } from './command/run.ts';
import { isUnreachable, unreachable } from './command/unreachable.ts';

process.exitCode = await runCommand(
  parseFlags(process.argv.slice(2), onboardFlags, { words: false, switches: ['settle'] }),
  onboardUsage,
  terminal,
  run,
);

async function run(flags: Flags<OnboardFlag>): Promise<ExitCode> {
  const { stage } = flags;
  if (stage !== undefined) {
    const outcome = await readStage(stage);
    if (!outcome.ok) return misunderstood(outcome.problems);
  }
  const place = stage === undefined ? localPlace(process.env) : await deployedPlace(stage, process.env);
  if ('problem' in place && (stage === undefined || flags.settle !== undefined))
    return misunderstood([place.problem]);
  const given = await answersOf(flags);
  if (!given.ok) return misunderstood(given.problems);
  const { answers } = given;
  const folder = resolve(flags.out ?? join(projectRoot, 'onboarding', answers.area));
  try {
    return await onboard(answers, {
      read,
      guide: await readFile(join(projectRoot, 'docs/mis-guide.md'), 'utf8'),
      destination:
        'problem' in place
          ? undefined
          : {
              ...{ url: place.pagesUrl ?? place.apiUrl, bucket: place.dropsBucket, region: place.region },
              ...(place.s3Url !== undefined && { s3Url: place.s3Url }),
            },
      async write(name, text) {
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, name), text);
        return relative(process.cwd(), join(folder, name));
      },
      serve: (area) => (stage === undefined ? Promise.resolve(locally(area)) : serveOn(stage, area)),
      ...(flags.settle !== undefined &&
        !('problem' in place) && { settle: (request) => settleOver(exchangingAt(place), request) }),
      voice: terminal,
    });
  } catch (error) {
    if (!isUnreachable(error) || 'problem' in place) throw error;
    terminal.err(unreachable(place, place.apiUrl));
    return exit.refused;
  }
}

async function answersOf({ answers: path, area }: Flags<OnboardFlag>): Promise<AnswersOutcome> {
  if (path === undefined) {
    if (process.stdin.isTTY !== true)
      return {
        ok: false,
        problems: ['Nobody can be asked here: give the answers with --answers FILE.json.'],
      };
    if (area !== undefined && !/^[A-Z]\d{8}$/.test(area))
      return { ok: false, problems: [`Cannot use "${area}" as a council: write its ONS code.`] };
    return await asked(area);
  }
  const file = await load({ path, key: path });
  if (typeof file === 'string') return { ok: false, problems: [file] };
  const value = jsonOf(new TextDecoder().decode(file.bytes));
  if (value === undefined) return { ok: false, problems: [`Cannot read ${path} as JSON.`] };
  const outcome = parseAnswers(value);
  return outcome.ok && area !== undefined && area !== outcome.answers.area
    ? { ok: false, problems: [`--area is ${area}, and ${path} is about ${outcome.answers.area}.`] }
    : outcome;
}

/** Asks on the terminal. Ctrl-C and Ctrl-D end it before anything is written. */
async function asked(area: string | undefined): Promise<AnswersOutcome> {
  const terminalLines = createInterface({ input: process.stdin, output: process.stdout });
  terminalLines.once('SIGINT', () => terminalLines.close());
  // An iterator keeps what is typed ahead; a question would lose it.
  const lines = terminalLines[Symbol.asyncIterator]();
  let ended = false;
  const ask = async (question: string) => {
    process.stdout.write(`${question} `);
    const { done, value } = await lines.next();
    ended = done === true;
    if (ended) throw new Error('Nobody answers any more.');
    return String(value);
  };
  try {
    return parseAnswers(await interview(area, { ask, say: terminal.out, read }));
  } catch (error) {
    if (!ended) throw error;
    return { ok: false, problems: ['Stopped: nothing was written.'] };
  } finally {
    terminalLines.close();
  }
}

async function read(
  ...[path, feed, area, columns]: Parameters<ReadSample>
): Promise<Awaited<ReturnType<ReadSample>>> {
  const definition = feedById(feed);
  const file = await load({ path, key: path });
  if (typeof file === 'string') return file;
  if (definition === undefined) return `There is no feed ${feed}.`;
  return await recognise(
    { filename: basename(path), bytes: file.bytes },
    definition,
    area,
    columns,
    new Date(),
  );
}

async function serveOn(stage: string, area: string): Promise<string> {
  const file = join(projectRoot, stageFile(stage));
  const text = withArea(await readFile(file, 'utf8'), area);
  if (text === undefined) return `${stageFile(stage)} lists ${area} already.`;
  writeFileAtomically(file, text);
  return `Added ${area} to ${stageFile(stage)}. It is served after npm run deploy -- --stage ${stage}`;
}

function locally(area: string): string {
  return `On this machine ${area} is served when started so: BELLWETHER_AREAS=${area} npm start -- --empty`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function misunderstood(problems: readonly string[]): ExitCode {
  terminal.err(`${problems.join('\n')}\n\nSee npm run onboard -- --help`);
  return exit.usage;
}
