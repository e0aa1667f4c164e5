import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../../lib/project.ts';
import { parseStage, type StageOutcome, stageFile, stageNameProblem } from '../../../lib/stages/stage.ts';

/** Where the files of stages are read from. */
export type StageFiles = {
  /** The text of a file relative to the project; undefined when it is not there. */
  read(path: string): Promise<string | undefined>;
  /** Names of the files in `stages/`. */
  list(): Promise<readonly string[]>;
};

export const stageFiles: StageFiles = {
  read: (path) => readFile(join(projectRoot, path), 'utf8').catch(() => undefined),
  list: () => readdir(join(projectRoot, 'stages')).catch(() => []),
};

/** The settings of a stage from its file, or every reason why there are none. */
export async function readStage(name: string, files: StageFiles = stageFiles): Promise<StageOutcome> {
  const wrong = stageNameProblem(name);
  if (wrong !== undefined) return { ok: false, problems: [wrong] };
  const text = await files.read(stageFile(name));
  if (text !== undefined) return parseStage(name, text);
  const others = (await files.list())
    .filter((each) => each.endsWith('.json') && !each.endsWith('.schema.json'))
    .map((each) => each.replace(/\.json$/, ''))
    .sort();
  const known = others.length === 0 ? '' : ` Stages that have one: ${others.join(', ')}.`;
  return {
    ok: false,
    problems: [
      `Cannot find the settings of stage "${name}": ${stageFile(name)} is not there.${known} Copy stages/prod.json and write your own into it.`,
    ],
  };
}
