import { parseArgs } from 'node:util';

/** A command line as it is understood; `usage` says what is wrong with it. */
export type Parsed<Name extends string> =
  | { readonly kind: 'run'; readonly flags: Flags<Name>; readonly rest: readonly string[] }
  | { readonly kind: 'help' }
  | { readonly kind: 'usage'; readonly problem: string };

export type Flags<Name extends string> = { readonly [Flag in Name]?: string };

/**
 * Flags that each take one text (`--area E06000054` or `--area=E06000054`), and the words that are no flags.
 * `switches` take none (`--yes`) and read as `yes` when given. `--help` wins over everything but an unknown flag.
 */
export function parseFlags<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
  { words, switches = [] }: { readonly words: boolean; readonly switches?: readonly Name[] },
): Parsed<Name> {
  const options = Object.fromEntries(
    names.map((name) => [name, { type: switches.includes(name) ? 'boolean' : 'string' } as const]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: words,
    });
    const { help } = values;
    if (help === true) return { kind: 'help' };
    const flags = flagsFrom(names, values);
    const empty = names.find((name) => flags[name] === '');
    if (empty !== undefined) return { kind: 'usage', problem: `Cannot use --${empty} without a value.` };
    return { kind: 'run', flags, rest: positionals };
  } catch (error) {
    if (!isArgumentError(error)) throw error;
    // Node goes on to explain "--" for an unknown flag, which misleads under npm run.
    return { kind: 'usage', problem: `${error.message.split('. ')[0]}.` };
  }
}

function flagsFrom<Name extends string>(
  names: readonly Name[],
  values: Readonly<Record<string, unknown>>,
): Flags<Name> {
  const flags: { [Flag in Name]?: string } = {};
  for (const name of names) {
    const value = values[name];
    if (typeof value === 'string') flags[name] = value;
    if (value === true) flags[name] = 'yes';
  }
  return flags;
}

function isArgumentError(error: unknown): error is Error {
  return (
    error instanceof TypeError &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('ERR_PARSE_ARGS')
  );
}
