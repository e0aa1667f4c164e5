import * as z from 'zod';

/** Licences that ask for no more than their notice. What runs with the product has one of these. */
const PERMISSIVE = [
  ...['MIT', 'MIT-0', 'ISC', 'Apache-2.0', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0'],
  ...['Zlib', 'Unlicense', 'CC0-1.0', 'Python-2.0'],
];

/** Tools that are run and never shipped may also be under a licence that is left to their own files. */
const FOR_TOOLS = [...PERMISSIVE, 'MPL-2.0'];

/** The part of package-lock.json, version 3, that says under which licence each package is. */
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().default(false),
    }),
  ),
});

export type Licences = {
  /** How many packages of each licence, what runs with the product first counted. */
  readonly running: ReadonlyMap<string, number>;
  readonly tools: ReadonlyMap<string, number>;
  /** Each package that may not be used so, with what there is and what is needed. */
  readonly problems: readonly string[];
};

/** The licences of everything that a lockfile installs. Throws a ZodError when it is no lockfile. */
export function licencesOf(lockfile: unknown): Licences {
  const { packages } = lockSchema.parse(lockfile);
  const [running, tools] = [new Map<string, number>(), new Map<string, number>()];
  const problems: string[] = [];
  for (const [path, { version = '', license, dev }] of Object.entries(packages)) {
    if (path === '') continue;
    const name = `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)} ${version}`;
    const counted = dev ? tools : running;
    counted.set(license ?? 'none', (counted.get(license ?? 'none') ?? 0) + 1);
    const allowed = dev ? FOR_TOOLS : PERMISSIVE;
    if (license === undefined)
      problems.push(`Cannot use ${name}: it names no licence. Look it up, or take another package.`);
    else if (!isAllowed(license, allowed))
      problems.push(
        `Cannot use ${name} ${dev ? 'as a tool' : 'at run time'}: its licence is ${license}. Needed is one of ${allowed.join(', ')}.`,
      );
  }
  return { running, tools, problems };
}

/** Of an SPDX expression: one of those joined by OR must be allowed, and all of those joined by AND. */
export function isAllowed(expression: string, allowed: readonly string[]): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  // Brackets within others are too rare to be worked out: what is not understood is not allowed.
  return bare
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((licence) => allowed.includes(licence.trim())));
}
