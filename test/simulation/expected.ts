import type { Version } from './bucket.ts';
import type { Content, Statement } from './contents.ts';
import { FILES, SERVED } from './places.ts';

/** What must become of a version, worked out from the contract alone. */
export type Expected = {
  readonly state: 'accepted' | 'accepted-with-problems' | 'quarantined';
  /** Why it is in quarantine. */
  readonly code: string | null;
  /** ISO. */
  readonly knownAt: string;
  readonly statements: readonly Statement[];
  /** The version whose cells show for this one, and when that was put: an identical re-put changes nothing. */
  readonly writer: { readonly versionId: string; readonly putTime: string };
};

type Put = Omit<Version, 'expected'>;

/** The area folder under which a key's drops are kept. */
export function folderOf(key: string): string {
  return misplaced(key) === undefined ? (key.split('/')[0] ?? '') : '_unknown';
}

/** What must become of a version that follows others of its key, oldest first. Source: contract, section 2. */
export function expectedOf(put: Put, earlier: readonly Version[]): Expected {
  const { versionId, putTime, content } = put;
  const own = { writer: { versionId, putTime }, knownAt: putTime, statements: [], code: null } as const;
  const misplacement = misplaced(put.key);
  if (content === null) return { ...own, state: 'accepted' };
  if (misplacement !== undefined) return { ...own, state: 'quarantined', code: misplacement };

  const before = earlier.at(-1);
  // What was refused for its known-at has none that the same content could keep.
  const repeated =
    before?.content === content && !before.expected.code?.startsWith('known-at')
      ? before.expected
      : undefined;
  const known = repeated ? { knownAt: repeated.knownAt } : knownAtOf(put);
  if ('code' in known) return { ...own, state: 'quarantined', code: known.code };
  const found = readingOf(content, putTime.slice(0, 7));
  const speaking = earlier.findLast(({ expected }) => expected.state !== 'quarantined')?.expected;
  // Every row is wrong: a slip does not retract what the file said before.
  if (
    found.state === 'accepted-with-problems' &&
    found.statements.length === 0 &&
    speaking?.statements.length
  )
    return { ...own, ...known, state: 'quarantined', code: 'nothing-taken' };
  const says = { ...own, ...known, ...found };
  const same =
    repeated !== undefined &&
    found.state !== 'quarantined' &&
    repeated.state === found.state &&
    repeated.statements.length === found.statements.length;
  return same ? { ...says, writer: repeated.writer } : says;
}

function misplaced(key: string): string | undefined {
  switch (key) {
    case FILES.noFeed:
      return 'unknown-feed';
    case FILES.noCouncil:
      return 'unknown-area';
    case FILES.loose:
      return 'bad-key';
    default:
      if (key !== FILES.shared && !SERVED.includes(key.split('/')[0] ?? ''))
        throw new Error(`The simulation has no file ${key}`);
      return undefined;
  }
}

function knownAtOf({ knownAt, putTime }: Put): { readonly knownAt: string } | { readonly code: string } {
  if (knownAt === undefined) return { knownAt: putTime };
  // The histories lie in winter: a day begins in England when it begins in UTC.
  const at = Date.parse(knownAt.length === 10 ? `${knownAt}T00:00:00Z` : knownAt);
  if (Number.isNaN(at)) return { code: 'known-at-unreadable' };
  if (at > Date.parse(putTime)) return { code: 'known-at-after-put' };
  return { knownAt: new Date(at).toISOString() };
}

function readingOf(content: Content, month: string): Pick<Expected, 'state' | 'code' | 'statements'> {
  const quarantined = (code: string) => ({ state: 'quarantined', code, statements: [] }) as const;
  if (content.refused !== null) return quarantined(content.refused);
  const begun = (each: string) => content.looksAhead || each <= month;
  const rejected = content.lines.filter((line) => line.month === null || !begun(line.month)).length;
  const ignored = content.lines.filter(
    (line) => line.silent && line.month !== null && begun(line.month),
  ).length;
  if (content.lines.length - ignored === 0) return quarantined('no-rows');
  return {
    state: rejected === 0 ? 'accepted' : 'accepted-with-problems',
    code: null,
    statements: content.statements.filter((each) => begun(each.month)),
  };
}
