import { basename } from 'node:path';
import { parseDay } from '../../shared/period/london.ts';
import type { Flags } from './flags.ts';
import { waitOf } from './wait.ts';

export const dropUsage = `Usage: npm run drop -- FILE… --area CODE --feed FEED [--known-at DAY] [--dry-run] [--wait SECONDS] [--stage NAME]

Puts the files as a management information system would, follows their processing and prints the report of each.

  --area CODE       the council, such as E06000054, or _shared
  --feed FEED       what the files hold, such as send-monthly
  --known-at DAY    when the figures were known, such as 2024-11-10; without it, now
  --dry-run         read the files and print their reports, and store nothing
  --wait SECONDS    how long to wait for each report; 120 unless told
  --stage NAME      to a deployed stage, with the AWS credentials of the environment (for a dry run, the token in
                    BELLWETHER_TOKEN); without it, to this machine

A file of the same name replaces the earlier one of its area and feed.
Exit code 0: all accepted · 1: a row or a file was rejected, or no report came · 2: not understood`;

export const dropFlags = ['area', 'feed', 'known-at', 'dry-run', 'wait', 'stage'] as const;
export const dropSwitches = ['dry-run'] as const;
export type DropFlag = (typeof dropFlags)[number];

export type DropRequest = {
  readonly files: readonly { readonly path: string; readonly key: string }[];
  /** The folder of the keys, `E06000054/send-monthly`. */
  readonly folder: string;
  readonly knownAt?: string;
  /** Milliseconds. */
  readonly wait: number;
};

/** What is to be dropped, or every reason why that cannot be understood. */
export function dropRequest(flags: Flags<DropFlag>, paths: readonly string[]): DropRequest | string[] {
  const { area, feed, 'known-at': knownAt } = flags;
  const wait = waitOf(flags.wait);
  const problems = [
    ...(paths.length === 0 ? ['Cannot drop nothing: name at least one file.'] : []),
    ...folderProblems('area', area),
    ...folderProblems('feed', feed),
    ...knownAtProblems(knownAt),
    ...(typeof wait === 'string' ? [wait] : []),
    ...sameNames(paths),
  ];
  if (problems.length > 0 || area === undefined || feed === undefined || typeof wait === 'string')
    return problems;
  const folder = `${area}/${feed}`;
  return {
    files: paths.map((path) => ({ path, key: `${folder}/${basename(path)}` })),
    folder,
    wait,
    ...(knownAt === undefined ? {} : { knownAt }),
  };
}

function folderProblems(flag: 'area' | 'feed', text: string | undefined): string[] {
  if (text === undefined) return [`Cannot drop without --${flag}.`];
  return /^[\w-]+$/.test(text)
    ? []
    : [`Cannot use "${text}" as ${flag}: it is one folder of the key, of letters, digits and hyphens.`];
}

function knownAtProblems(text: string | undefined): string[] {
  if (text === undefined || parseDay(text) !== undefined) return [];
  return [`Cannot read "${text}" as a day for --known-at. Write a day that exists as YYYY-MM-DD.`];
}

function sameNames(paths: readonly string[]): string[] {
  const names = paths.map((path) => basename(path));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [...new Set(twice)].map(
    (name) => `Cannot drop two files named ${name} at once: the second would replace the first. Rename one.`,
  );
}
