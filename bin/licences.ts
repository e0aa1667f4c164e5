import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../lib/project.ts';
import { parseFlags } from './command/flags.ts';
import { licencesOf } from './command/licences.ts';
import { exit, runCommand, terminal } from './command/run.ts';

const usage = `Usage: npm run licences

Says under which licences the packages of package-lock.json are. Exit code 1 when one that runs with the product is not
permissive, or a tool is under one that is not known.`;

process.exitCode = await runCommand(
  parseFlags(process.argv.slice(2), [], { words: false }),
  usage,
  terminal,
  () => {
    const lockfile: unknown = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'));
    const { running, tools, problems } = licencesOf(lockfile);
    const listed = (counts: ReadonlyMap<string, number>) =>
      [...counts].sort(([, a], [, b]) => b - a).map(([licence, count]) => `${count} ${licence}`);
    terminal.out(`At run time: ${listed(running).join(', ')}`);
    terminal.out(`Tools: ${listed(tools).join(', ')}`);
    for (const problem of problems) terminal.err(problem);
    return Promise.resolve(problems.length === 0 ? exit.done : exit.refused);
  },
);
