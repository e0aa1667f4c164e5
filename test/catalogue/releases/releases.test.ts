import { describe, expect, test } from 'vitest';
import { metricById } from '../../../shared/catalogue/metrics.ts';
import { laitMeasures } from '../../../shared/catalogue/releases/lait-measures.ts';
import { releaseOf, releases } from '../../../shared/catalogue/releases/releases.ts';

describe('what national files hold', () => {
  test.each(releases)('$id is known by its own columns, and fills metrics that are stored', (release) => {
    const { filters, figures } = release;
    const columns = [
      ...Object.keys(filters),
      ...figures.flatMap(({ column, of }) => [column, ...(of ? Object.values(of) : [])]),
    ];
    expect(releaseOf(columns)).toBe(release);
    expect(releaseOf(columns.slice(1))).toBeUndefined();
    for (const { metric, written } of figures) {
      expect(metricById(metric)?.derivation, metric).toBeUndefined();
      expect(metricById(metric)?.unit === 'ratio', metric).toBe(written !== 'number');
    }
  });

  test.each([...laitMeasures])('%s fills a metric in its unit and of its sort of year', (_name, measure) => {
    const metric = metricById(measure.metric);
    expect(metric?.frequency).toBe(`${measure.year}-year`);
    expect(metric?.unit === 'ratio').toBe(measure.written === 'percent');
  });
});
