import { areaByCode } from '../../../shared/catalogue/areas.ts';
import { feedById } from '../../../shared/catalogue/feeds/feeds.ts';
import { metricById } from '../../../shared/catalogue/metrics.ts';
import { dueFeeds, usualDueDays } from '../../../shared/recompute/due-days.ts';
import { mappingProblems } from '../../../shared/settings/mapping.ts';
import type { Answers } from './answers.ts';
import type { ReadSample, Recognised } from './recognise.ts';

export type Interview = {
  /** Asks somebody one line; what stands in brackets is taken for an empty answer. */
  ask(question: string): Promise<string>;
  say(text: string): void;
  readonly read: ReadSample;
};

type FeedAnswer = Answers['feeds'][number];

/** Asks for everything that takes a council in, each answer checked as it is given. */
export async function interview(given: string | undefined, person: Interview): Promise<Answers> {
  const area =
    given ??
    (await until(person, 'ONS code of the council, such as E06000054:', (code) =>
      areaByCode(code) ? undefined : 'No council of England has that code.',
    ));
  person.say(`${areaByCode(area)?.name ?? area}, ${area}`);
  const named = await until(person, 'Feeds that it will send, comma separated [send-monthly]:', (text) => {
    const unknown = listOf(text).filter((id) => feedById(id) === undefined);
    return unknown.length === 0
      ? undefined
      : `There is no feed ${unknown.join(', ')}. \`npm run template\` lists them.`;
  });
  const ids = [...new Set(listOf(named === '' ? 'send-monthly' : named))];
  const feeds: FeedAnswer[] = [];
  for (const feed of ids) feeds.push(await aboutFeed(area, feed, person));
  return { area, feeds, rules: await aboutRules(person) };
}

async function aboutFeed(area: string, feed: string, person: Interview): Promise<FeedAnswer> {
  const columns: Record<string, string> = {};
  let seen: Recognised | undefined;
  const sample = await until(
    person,
    `${feed}: a sample file as the council sends it [none]:`,
    async (path) => {
      if (path === '') return undefined;
      const found = await person.read(path, feed, area, columns);
      if (typeof found === 'string') return found;
      seen = found;
      return undefined;
    },
  );
  if (seen !== undefined) Object.assign(columns, await aboutHeadings(feed, seen, person));
  return {
    feed,
    columns,
    ...(sample !== '' && { sample }),
    ...(await aboutDays(feed, person)),
  };
}

async function aboutHeadings(feed: string, seen: Recognised, person: Interview) {
  const columns: Record<string, string> = {};
  const definition = feedById(feed);
  if (seen.refused !== null) person.say(`  As it stands it would be refused: ${seen.refused}`);
  for (const { heading, column } of seen.known) person.say(`  "${heading}" is ${column}`);
  if (seen.unknown.length > 0)
    person.say(`  Columns that are left: ${seen.absent.map(({ name }) => name).join(', ')}`);
  for (const heading of seen.unknown) {
    const column = await until(person, `  "${heading}" is the column [not read]:`, (name) =>
      name === '' || definition === undefined
        ? undefined
        : mappingProblems({ ...columns, [heading]: name }, definition)[0]?.message,
    );
    if (column !== '') columns[heading] = column;
  }
  return columns;
}

async function aboutDays(feed: string, person: Interview): Promise<Pick<FeedAnswer, 'due'>> {
  const awaited = dueFeeds.find((each) => each === feed);
  if (awaited === undefined) return {};
  const usual = usualDueDays[awaited];
  const days = await until(
    person,
    `${feed}: working days after the ${usual.every === 1 ? 'month' : 'quarter'} until it is due, or "never" [${usual.workingDays ?? 'never'}]:`,
    (text) =>
      text === '' || text === 'never' || (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 250)
        ? undefined
        : 'Write a number from 1 to 250, or never.',
  );
  if (days === '') return {};
  return { due: { ...usual, workingDays: days === 'never' ? null : Number(days) } };
}

async function aboutRules(person: Interview): Promise<Answers['rules']> {
  const rules: Answers['rules'] = {};
  for (;;) {
    const metric = await until(person, 'A measure with bounds of its own against plan [none]:', (id) =>
      id === '' || metricById(id) ? undefined : 'There is no such measure; one is ehcp.active.',
    );
    if (metric === '') return rules;
    const percent = (level: string, least: number) =>
      until(person, `  ${level} from how many percent worse than plan:`, (text) =>
        Number(text) > 0 && Number(text) >= least && Number(text) <= 100
          ? undefined
          : `Write a number from ${least === 0 ? 'above 0' : least} to 100.`,
      );
    const amber = Number(await percent('amber', 0));
    const red = Number(await percent('red', amber));
    const reason = await until(person, '  why:', (text) => (text === '' ? 'Say why.' : undefined));
    rules[metric] = {
      bounds: {
        ...{ amber: { enter: amber / 100 }, red: { enter: red / 100 } },
        ...{ entering: { periods: 1, of: 1 }, leaving: { periods: 2, of: 3 } },
      },
      reason,
    };
  }
}

/** Asks until nothing is wrong with the answer. */
async function until(
  { ask, say }: Interview,
  question: string,
  wrong: (answer: string) => string | undefined | Promise<string | undefined>,
): Promise<string> {
  for (;;) {
    const answer = (await ask(question)).trim();
    const problem = await wrong(answer);
    if (problem === undefined) return answer;
    say(`  ${problem}`);
  }
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
