/** What a runbook has somebody do: run a command, which ends so, or stop the system. */
export type Step =
  | { readonly kind: 'run'; readonly command: string; readonly endsWith: number }
  | { readonly kind: 'stop' };

/** Commands for a stage alone: Amazon Web Services has no place on one machine. */
const STAGE_ONLY = /^aws |--stage /;

/**
 * The steps of a runbook in their order: each command of its `console` blocks, and each time its text says to stop the
 * system with Ctrl-C. `# ends with 1` behind a command is the exit code that it is to have; else 0.
 */
export function stepsOf(markdown: string): readonly Step[] {
  return markdown.split(/^(```[\s\S]*?^```)$/m).flatMap((part): readonly Step[] => {
    const block = /^```console\n([\s\S]*)```$/.exec(part)?.[1];
    if (block !== undefined) return block.split('\n').flatMap(stepOf);
    return !part.startsWith('```') && /stop the system \(Ctrl-C\)/i.test(part) ? [{ kind: 'stop' }] : [];
  });
}

function stepOf(line: string): readonly Step[] {
  const [, command = '', code = '0'] = /^\$ (.*?)(?: {2,}# ends with (\d))?$/.exec(line) ?? [];
  return command === '' || STAGE_ONLY.test(command) ? [] : [{ kind: 'run', command, endsWith: Number(code) }];
}

/** The command as a shell runs it anywhere: `npm run NAME -- …` by what package.json says of the name. */
export function expanded(command: string, scripts: Readonly<Record<string, string>>, root: string): string {
  const [, name, args = ''] = /^npm (?:run )?(?:--silent )?([\w-]+)(?: -- (.*))?$/.exec(command) ?? [];
  if (name === undefined) return command;
  const script = scripts[name];
  if (script === undefined) throw new Error(`package.json has no script ${name}: ${command}`);
  return `${script.replace('exec node bin/', `exec "${process.execPath}" "${root}"/bin/`)} ${args}`;
}
