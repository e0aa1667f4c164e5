import type { OutcomeLine } from './outcome.ts';

/** The lines of a scenario as a file of the feed `trajectory`; `kind` is what the lines with what is done are. */
export function trajectoryFile(
  trajectory: string,
  kind: 'mitigated' | 'budget' | 'target',
  lines: readonly OutcomeLine[],
): string {
  const rows = lines.flatMap(({ metric, unmitigated, points }) =>
    points.map(({ period, value }) =>
      [trajectory, unmitigated ? 'unmitigated' : kind, metric, period, String(value)].join(','),
    ),
  );
  return `${['trajectory,kind,metric,period,value', ...rows].join('\n')}\n`;
}
