import { feedById } from '../../catalogue/feeds/feeds.ts';
import { metrics } from '../../catalogue/metrics.ts';
import { type CellBlock, dimensionsId } from '../../facts/cell.ts';
import { type DropReport, isCommitted, type Warning } from '../../facts/drop.ts';
import { dataQuality } from '../../quality/data-quality.ts';
import type { Finding } from '../../quality/finding.ts';
import { knownOf } from '../../recompute/known.ts';
import { acknowledgedFindings } from '../../settings/acknowledged-findings.ts';
import type { Claims } from '../authorise.ts';
import type { ComputePorts } from '../ports.ts';
import { rememberedCellsOf } from '../remembered-cells.ts';

/**
 * What the data-quality checks say of a drop's figures as known at an instant, as warnings of its report; what somebody
 * has acknowledged is left out. They quote figures: who may not see small numbers is told none. `tried` are the cells of
 * a file that is only tried.
 */
export async function doubtsOf(
  report: DropReport,
  { at, caller, tried = [] }: Doubting,
  ports: Omit<ComputePorts, 'runs'>,
): Promise<readonly Warning[]> {
  if (!caller.scopes.includes('read-small-numbers')) return [];
  if (!isCommitted(report) || report.deleted || !ports.areas.includes(report.area)) return [];
  const stored = await knownOf(report.area, ports, rememberedCellsOf);
  const drops = stored.drops.some(({ id }) => id === report.id) ? stored.drops : [...stored.drops, report];
  const known = { ...stored, drops, blocks: [...stored.blocks, ...tried] };
  const settled = acknowledgedFindings(known.settings ?? [], at);
  return dataQuality(report.area, known, metrics, at)
    .filter(({ id, drop }) => drop === report.id && !settled.has(id))
    .map((finding) => warningOf(finding, report, known.blocks));
}

type Doubting = {
  readonly at: Date;
  readonly caller: Pick<Claims, 'scopes'>;
  readonly tried?: readonly CellBlock[];
};

function warningOf(finding: Finding, report: DropReport, blocks: readonly CellBlock[]): Warning {
  const { code, metric, text } = finding;
  const column = feedById(report.feed)?.columns.find(
    ({ holds }) => holds.kind === 'figure' && holds.metric === metric,
  );
  const row = rowOf(finding, report, blocks);
  return {
    ...{ code, message: text },
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column: column.name }),
  };
}

/** The row of the file that says the figure in doubt. */
function rowOf(
  { metric, dimensions, periods }: Finding,
  { key, versionId }: DropReport,
  blocks: readonly CellBlock[],
): number | undefined {
  const period = periods.at(-1);
  if (period === undefined || metric === null) return undefined;
  const said = blocks.filter(
    ({ file, versionId: version, series }) =>
      file === key &&
      version === versionId &&
      series.role === 'actual' &&
      series.metric === metric &&
      dimensionsId(series.dimensions) === dimensionsId(dimensions),
  );
  return said.flatMap(({ values }) => values[period]?.row ?? [])[0];
}
