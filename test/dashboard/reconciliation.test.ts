import { describe, expect, test } from 'vitest';
import type { Item } from '../../dashboard/api/described.ts';
import { byDifference, reconciliationFinding } from '../../dashboard/words/reconciliation.ts';
import { monthAt } from '../../shared/period/month.ts';

type Reconciled = Item<'GET /areas/{area}/reconciliation'>;

function figure(said: Partial<Reconciled>): Reconciled {
  return {
    ...{
      metric: 'inmss.share',
      name: 'Share',
      unit: 'ratio',
      dimensions: {},
      period: monthAt(24_297),
      level: 'la',
    },
    ...{ edition: '2024-11', published: 0.05, derived: 0.05, difference: 0, cause: 'equal', earlier: null },
    ...{ text: '', publishedOn: null, source: null, note: null, drop: 'd', row: 2 },
    ...said,
  };
}

const plans = figure({
  metric: 'ehcp.active',
  unit: 'count',
  derived: 6161,
  difference: -100,
  cause: 'unexplained',
});
const share = figure({ derived: 0.05, difference: 0.01, cause: 'restated' });
const none = figure({ derived: null, difference: null, cause: 'no-derived-figure' });

describe('published figures beside derived ones', () => {
  test('stand in the order of their differences as shares, whatever their unit, those without one last', () => {
    expect(byDifference([none, figure({}), plans, share])).toEqual([share, plans, figure({}), none]);
  });

  test('a derived nought is no difference without end', () => {
    const nought = figure({ derived: 0, difference: 0.001 });
    expect(byDifference([nought, share])).toEqual([share, nought]);
  });

  test('are summed up by what is known of each', () => {
    expect(reconciliationFinding([plans, share, figure({}), none])).toBe(
      '4 figures were published, and 3 can be compared with the files: 1 agrees, 1 differs for a known reason, 1 is not explained. The other 1 cannot be worked out from the files.',
    );
    expect(reconciliationFinding([none])).toBe(
      'None of the 1 published figure can be compared with the files.',
    );
  });
});
