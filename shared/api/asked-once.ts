import type { RunStore } from '../store/runs.ts';

/** Runs as one request reads them: which is current is asked once, so that all of its answer is of one run. */
export function askedOnce(runs: Pick<RunStore, 'current' | 'part'>): Pick<RunStore, 'current' | 'part'> {
  const known = new Map<string, ReturnType<RunStore['current']>>();
  return {
    part: (area, runId, name) => runs.part(area, runId, name),
    current(area) {
      const asked = known.get(area) ?? runs.current(area);
      known.set(area, asked);
      return asked;
    },
  };
}
