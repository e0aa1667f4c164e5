import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { projectRoot } from '../../lib/project.ts';
import { freePorts, pause, type StartedProcess, startProcess } from '../pipeline/started-process.ts';
import type { ShownCommand } from './shown-commands.ts';
import { missingFields, missingLines } from './shown-output.ts';

/** A reader's clone with a system of the sample council running in it. */
export type Walk = {
  readonly started: StartedProcess;
  /** Writes a file into the clone that a page tells to save. */
  save(name: string, text: string): Promise<void>;
  /** Runs a command as a page shows it; what went otherwise than the page says, nothing when all is well. */
  follow(command: ShownCommand): Promise<readonly string[]>;
  end(): Promise<void>;
};

/** A folder that is to a reader what the clone is, with what they write in it kept apart from it. */
export async function startWalk(): Promise<Walk> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwether-docs-'));
  for (const name of await readdir(projectRoot))
    if (name !== '.git' && name !== '.local') await symlink(join(projectRoot, name), join(folder, name));
  const { web, s3 } = await freePorts();
  const dataDir = join(folder, '.local');
  await mkdir(dataDir);
  const started = await startProcess({ dataDir, web, s3 });
  const env = {
    ...process.env,
    PATH: [join(projectRoot, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter),
    BELLWETHER_PORT: String(web),
    BELLWETHER_S3_PORT: String(s3),
    BELLWETHER_DATA_DIR: dataDir,
  };
  const here = (text: string) =>
    text.replaceAll('127.0.0.1:8080', `127.0.0.1:${web}`).replaceAll('127.0.0.1:8081', `127.0.0.1:${s3}`);
  let changed = 0;

  async function tried({ command, output, answer }: ShownCommand): Promise<readonly string[]> {
    const { code, printed, complaint } = await inShell(here(command), folder, env);
    const missing = missingLines(output, printed).map((line) => `is shown and was not printed: ${line}`);
    const fields = answer === undefined ? [] : fieldsOf(answer, printed);
    const said = missing.length + fields.length > 0 ? [`printed: ${printed}${complaint}`.slice(0, 2000)] : [];
    // A command that shows what it refuses ends as the page says it does.
    const refused = code !== 0 && output.length === 0 ? [`ended with ${code}: ${complaint}${printed}`] : [];
    return [...missing, ...fields, ...refused, ...said];
  }

  return {
    started,
    save: (name, text) => writeFile(join(folder, name), here(text)),
    async follow(shown) {
      if (!asks.test(shown.command)) changed = Date.now();
      // "A moment later", the pages say: what was put is taken in beside them.
      for (;;) {
        const wrong = await tried(shown);
        if (wrong.length === 0 || !asks.test(shown.command) || Date.now() - changed > MOMENT_MS) return wrong;
        await pause(500);
      }
    },
    async end() {
      await started.end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Commands that change nothing, however often they are given. */
const asks =
  /^(curl -s '?http(?![\s\S]* (-d|-X|-T|--data))|ls |cat [.\w]|npm run --silent (recompute|replay))/;
const MOMENT_MS = 120_000;

function fieldsOf(answer: string, printed: string): readonly string[] {
  try {
    return missingFields(answer, printed).map((field) => `is shown and was not answered: ${field}`);
  } catch {
    return ['is shown with an answer of JSON, which was not given'];
  }
}

type Ended = { readonly code: number; readonly printed: string; readonly complaint: string };

function inShell(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile('sh', ['-c', command], { cwd, env, timeout: 240_000 }, (_, printed, complaint) =>
      resolve({ code: child.exitCode ?? -1, printed, complaint }),
    );
    child.stdin?.end();
  });
}
