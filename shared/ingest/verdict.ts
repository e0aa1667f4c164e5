import type { FeedDefinition } from '../catalogue/feeds/feed.ts';
import type { Problem } from '../facts/drop.ts';
import { SHARED_AREA } from '../facts/folder.ts';
import { fileProblem } from '../reading/problem.ts';
import type { TableFindings } from './table.ts';

/** More than this share of the rows with data rejected, and more than this many: the file as a whole is not to be trusted. */
const TOLERATED_SHARE = 0.25;
const TOLERATED_ROWS = 3;

/** What one row of a feed is about. */
const ROW_OF = {
  wide: 'month',
  tidy: 'figure',
  register: 'entry',
  'open-data': 'figure',
} as const satisfies Record<FeedDefinition['shape'], string>;

/** Why the whole file is quarantined, personal data aside; undefined when what was read of it can be taken. */
export function quarantineReason(
  findings: TableFindings,
  feed: FeedDefinition,
  area: string,
): Problem | undefined {
  if (area === SHARED_AREA && !feed.shared) return notShared(feed);
  if (findings.refusal !== undefined) return findings.refusal;
  const { accepted, partly, rejected } = findings.rows;
  const data = accepted + partly + rejected;
  const { national } = findings;
  if (rejected > 0 && rejected === data && findings.problems.every(({ code }) => code === 'wrong-area')) {
    return wrongArea(area, feed);
  }
  // Of a national file that is right, nothing may be mapped.
  if (data === 0) return national && findings.rows.read > 0 ? undefined : noRows(findings, feed);
  if (rejected <= TOLERATED_ROWS || rejected <= data * TOLERATED_SHARE) return undefined;
  const message = `Cannot take this file: ${rejected} of its ${data} rows with data were rejected, more than a quarter, so something is wrong with it as a whole. Mend what the problems below say and drop it again.`;
  return fileProblem('too-many-rejected', message);
}

function notShared({ id }: FeedDefinition): Problem {
  const message = `Cannot take this file under ${SHARED_AREA}: the rows of ${id} do not say which council they are about. Put it under the council's code, such as E06000054/${id}/.`;
  return fileProblem('not-shared', message);
}

/** Whose figures they are, the key says wrongly, or the rows do. */
function wrongArea(area: string, { id }: FeedDefinition): Problem {
  const message = `Cannot take this file under ${area}: its rows are all about other councils. Put it under the council that it is about, or under ${SHARED_AREA}/${id}/, where its rows say whose figures they are.`;
  return fileProblem('wrong-area', message);
}

function noRows({ header, rows }: TableFindings, feed: FeedDefinition): Problem {
  const what =
    header === undefined
      ? rows.read === 0
        ? 'it is empty'
        : 'all its rows are blank'
      : rows.ignored === 0
        ? 'it has a header and no row below'
        : 'none of its rows has a figure';
  const message = `Cannot take this file as ${feed.id}: ${what}. Fill in a row for each ${ROW_OF[feed.shape]}; to take back what an earlier file said, delete that file.`;
  return fileProblem('no-rows', message);
}
