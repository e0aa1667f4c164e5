import type { Flags, Parsed } from './flags.ts';

/** Ends of a command: done, something was refused or could not be done, or not understood. */
export const exit = { done: 0, refused: 1, usage: 2 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** Where a command speaks. Results go to `out`; what is only of use while waiting goes to `err`. */
export type Voice = { readonly out: (line: string) => void; readonly err: (line: string) => void };

export const terminal: Voice = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
};

/** Runs a command whose words were understood, or answers `--help` and a wrong use. */
export async function runCommand<Name extends string>(
  parsed: Parsed<Name>,
  usage: string,
  voice: Voice,
  command: (flags: Flags<Name>, rest: readonly string[]) => Promise<ExitCode>,
): Promise<ExitCode> {
  switch (parsed.kind) {
    case 'help':
      voice.out(usage);
      return exit.done;
    case 'usage':
      voice.err(`${parsed.problem}\n\n${usage}`);
      return exit.usage;
    case 'run':
      return await command(parsed.flags, parsed.rest);
  }
}
