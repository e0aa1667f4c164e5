import { areas } from '../../shared/catalogue/areas.ts';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { disclosurePattern } from '../../shared/disclosure/pattern.ts';
import { nothingWithheld } from '../../shared/disclosure/pattern-schema.ts';
import { runIdStart } from '../../shared/facts/run-id.ts';
import { recompute } from '../../shared/recompute/recompute.ts';
import type { RunHead } from '../../shared/recompute/run.ts';
import { partsOf } from '../../shared/recompute/run-parts.ts';
import { dropStore } from '../../shared/store/drops.ts';
import { runStore } from '../../shared/store/runs.ts';
import type { Table } from '../../shared/store/table.ts';
import { sampleCouncil } from '../recompute/sample-council.ts';
import { syntheticCouncil } from './synthetic-council.ts';

/** The codes of all councils that are responsible for education, 152 or 153. */
export const councilsOfEngland: readonly string[] = areas.map(({ code }) => code);

// What the measured routes read; the parts of other series lie beside them and are never touched.
const READ =
  /^(PROTECTED#)?(SUMMARY|RATINGS|HEADLINES|HISTORY#2024|ALERTS|CHANGES|OFFICERS_AFTER|DISCLOSURE|REGISTER#.*|SCORECARD#ks2.*|GAPS#ks2\.rwm|SERIES#ehcp\.active#)$/;

/**
 * Puts a run for each council of England beside what the table holds: the sample's registers, files and results of ten
 * years and thirteen places, and 300 monthly series of five years with plans and forecasts.
 */
export async function putCouncils(table: Table): Promise<void> {
  const sample = await sampleCouncil();
  const synthetic = syntheticCouncil(300, 60);
  const known = {
    ...sample,
    drops: [...sample.drops, ...synthetic.drops],
    blocks: [...sample.blocks, ...synthetic.blocks],
  };
  const now = new Date('2025-01-09T10:00:00.000Z');
  const made = recompute({
    ...{ area: 'E06000054', known, catalogue: metrics, now, dashboardUrl: '' },
    earlier: { alerts: [], forecasts: {} },
    pattern: disclosurePattern(known, metrics, now, nothingWithheld),
  });
  const parts = Object.fromEntries(Object.entries(partsOf(made)).filter(([name]) => READ.test(name)));
  const runs = runStore(table);
  const drops = dropStore(table);
  for (const area of councilsOfEngland) {
    const current = await runs.current(area);
    const sequence = (current?.sequence ?? 0) + 1;
    const head: RunHead = {
      ...{ runId: `${runIdStart(sequence)}-bench`, previous: current?.runId ?? null, sequence },
      ...{ inputDigest: 'bench', madeAt: now.toISOString(), overridesEnd: [] },
    };
    await runs.write(area, { head, parts });
    await runs.flip(area, head);
    for (const drop of known.drops)
      if (drop.area === 'E06000054')
        await drops.advance({ ...drop, area, key: drop.key.replace('E06000054', area) });
  }
}
