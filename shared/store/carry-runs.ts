import { deliveryStore } from './deliveries.ts';
import { areaKey } from './keys.ts';
import { makeCurrent, markViewsRemoved, partNameOf, runRange, runStore } from './runs.ts';
import { pagesBetween, putAll, type Table } from './table.ts';

/** What became of carrying an area's runs into another table. */
export type CarriedRuns =
  /** All up to this run, which is current there now; `items` were not there yet. */
  | { readonly kind: 'carried'; readonly runId: string; readonly items: number }
  /** The area has no run. */
  | { readonly kind: 'none' }
  /** The other table has gone on with a run of its own: it serves, and nothing was written. */
  | { readonly kind: 'serves' }
  /** A run was made, or messages were being sent, meanwhile; nothing of it shows in the other table. */
  | { readonly kind: 'in-work'; readonly why: 'messages' | 'run' };

/**
 * Carries the chain of an area's runs into another table: what no file says, as what alerts have come to, what was told
 * of them, and how answers have changed. Views are carried of the current run alone. Runs lie unchanged once they are
 * written: a carry that ended early is done again, and one that is done again adds what came since. It ends as
 * `in-work` unless all messages of the last run have gone out, so that none is sent from both tables. `isView` tells the
 * parts that a run keeps for its readers only. Throws what DynamoDB throws.
 */
export async function carryRuns(
  area: string,
  from: Table,
  to: Table,
  isView: (part: string) => boolean,
): Promise<CarriedRuns> {
  const [old, next] = [runStore(from), runStore(to)];
  const head = await old.current(area);
  if (head === undefined) return { kind: 'none' };
  const { runId, sequence } = head;
  const there = await next.current(area);
  if (there !== undefined && (await old.head(area, there.runId)) === undefined) return { kind: 'serves' };
  if ((await old.notified(area)) !== runId) return { kind: 'in-work', why: 'messages' };
  let items = 0;
  const carry = async (first: string, end: string, wanted: (sk: string) => boolean) => {
    for await (const page of pagesBetween(from, areaKey(area), first, end)) {
      const taken = page.filter(({ sk }) => wanted(sk));
      await putAll(to, taken);
      items += taken.length;
    }
  };
  if (there?.runId !== runId) {
    // First: its views are the only ones, and each ten runs remove the oldest.
    await carry(`RUN#${runId}#`, `RUN#${runId}$`, () => true);
    const isHistory = (sk: string) => !isView(partNameOf(sk)) && !sk.startsWith(`RUN#${runId}#`);
    await carry(runRange((there?.sequence ?? 0) + 1), runRange(sequence + 1), isHistory);
  }
  const delivered = await deliveryStore(from).delivered(area);
  if ((await old.current(area))?.runId !== runId) return { kind: 'in-work', why: 'run' };
  if (!(await makeCurrent(to, area, head, there?.runId ?? null))) return { kind: 'serves' };
  await next.markNotified(area, runId);
  if (delivered !== undefined) await deliveryStore(to).mark(area, delivered);
  await markViewsRemoved(to, area, sequence - 1);
  return { kind: 'carried', runId, items };
}
