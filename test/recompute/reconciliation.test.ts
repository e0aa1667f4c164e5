import { beforeAll, describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { type Reconciled, reconcile } from '../../shared/recompute/reconciliation.ts';
import { sampleCouncil } from './sample-council.ts';

const now = new Date('2025-01-09T10:00:00.000Z');
let items: readonly Reconciled[];

beforeAll(async () => {
  items = reconcile('E06000054', await sampleCouncil(), metrics, now);
});

const found = (metric: string, period: string, edition: string) =>
  items.find((item) => item.definition.id === metric && item.period === period && item.edition === edition);

describe('the published figures of the sample council', () => {
  test('the rolling share of December 2024 agrees after rounding: 5.75%', () => {
    expect(found('inmss.share.r12', '2024-12', '2025-01')).toMatchObject({ cause: 'rounding' });
  });

  test('June 2024 is 353 ÷ 5,867, published as 6.02%', () => {
    const june = found('inmss.share', '2024-06', '2024-11');
    expect(june?.derived).toBe(353 / 5867);
    expect(june?.cause).toBe('rounding');
  });

  test('October 2024 was published as 5.87% when 362 were known; since then 359 are', () => {
    const october = found('inmss.share', '2024-10', '2024-11');
    expect(october).toMatchObject({ cause: 'restated', earlier: 362 / 6161, derived: 359 / 6161 });
  });

  test('July 2024 stands as 5.29% in the table and as 5.86% in the text: the table agrees with the files', () => {
    expect(found('inmss.share', '2024-07', '2024-11')).toMatchObject({ cause: 'rounding' });
    expect(found('inmss.share', '2024-07', '2024-11-text')).toMatchObject({ cause: 'another-edition' });
  });

  test('January 2024 has no number of plans, the neighbours are never worked out: nothing is derived', () => {
    expect(found('inmss.share', '2024-01', '2024-11')).toMatchObject({ cause: 'no-derived-figure' });
    expect(found('inmss.share', '2023', '2023')).toMatchObject({ cause: 'no-derived-figure', derived: null });
  });

  test('every published figure is there once, and each difference is published less derived (law)', () => {
    expect(items).toHaveLength(22 + 1 + 7);
    for (const { cell, derived, difference } of items) {
      expect(difference).toBe(cell.value === null || derived === null ? null : cell.value - derived);
    }
  });
});
