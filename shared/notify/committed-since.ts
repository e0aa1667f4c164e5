import type { RunHead } from '../recompute/run.ts';

/** The chain of an area's runs. */
export type CommittedRuns = {
  current(area: string): Promise<RunHead | undefined>;
  head(area: string, runId: string): Promise<RunHead | undefined>;
};

/** The committed runs after one, oldest first: the chain back from the current run; all of them after none. */
export async function committedSince(
  area: string,
  done: string | undefined,
  { runs }: { readonly runs: CommittedRuns },
): Promise<readonly RunHead[]> {
  const chain: RunHead[] = [];
  let head = await runs.current(area);
  while (head && head.runId !== done) {
    chain.unshift(head);
    head = head.previous === null ? undefined : await runs.head(area, head.previous);
  }
  return chain;
}
