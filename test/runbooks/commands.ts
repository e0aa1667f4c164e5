/** What a runbook has somebody do: run a command, which ends so, or stop the system. */
export type Step =
  | { readonly kind: 'run'; readonly command: string; readonly endsWith: number }
  | { readonly kind: 'stop' };

/**
 * The steps of a runbook in their order: each line of its blocks of `sh`, and each time its text says to stop the
 * system with Ctrl-C. `# ends with 1` behind a command is the exit code that it is to have; else 0.
 */
export function stepsOf(markdown: string): readonly Step[] {
  return markdown.split(/^(```[\s\S]*?^```)$/m).flatMap((part) => {
    const block = /^```sh\n([\s\S]*)```$/.exec(part)?.[1];
    if (block !== undefined) return block.trim().split('\n').map(stepOf);
    return !part.startsWith('```') && /stop the system \(Ctrl-C\)/i.test(part) ? [{ kind: 'stop' }] : [];
  });
}

function stepOf(line: string): Step {
  const [, command = '', code = '0'] = /^(.*?)\s*(?:# ends with (\d))?$/.exec(line) ?? [];
  return { kind: 'run', command, endsWith: Number(code) };
}

/** The command as a shell runs it anywhere: `npm run NAME -- …` by what package.json says of the name. */
export function expanded(command: string, scripts: Readonly<Record<string, string>>, root: string): string {
  const [, name, args = ''] = /^npm (?:run )?(?:--silent )?([\w-]+)(?: -- (.*))?$/.exec(command) ?? [];
  if (name === undefined) return command;
  const script = scripts[name];
  if (script === undefined) throw new Error(`package.json has no script ${name}: ${command}`);
  return `${script.replace('exec node bin/', `exec "${process.execPath}" "${root}"/bin/`)} ${args}`;
}
