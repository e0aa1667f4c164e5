import { describe, expect, test } from 'vitest';
import { type HeadlineRating, overall } from '../../shared/rating/overall.ts';
import type { Rating } from '../../shared/rating/rating.ts';

function headline(metric: string, metricName: string, rating: Rating): HeadlineRating {
  const reason = { rule: 'test', value: null, bound: null, difference: null, since: null };
  return { metric, metricName, rating, reasons: [{ ...reason, text: `${metricName} because.` }] };
}

const ehcps = (rating: Rating) => headline('ehcp.active', 'EHCPs', rating);
const balance = (rating: Rating) => headline('dsg.in-year-balance', 'In-year DSG balance', rating);
const deficit = (rating: Rating) => headline('dsg.cumulative-balance', 'Cumulative DSG balance', rating);

const unpublished: HeadlineRating = {
  ...deficit('grey'),
  reasons: [
    {
      ...{ rule: 'no-data', value: null, bound: null, difference: null, since: null },
      text: 'Cumulative DSG balance: no figure is published.',
    },
  ],
};

describe('the overall rating', () => {
  test('is the worst of the headline measures, names what drives it and what is missing', () => {
    const { rating, reasons } = overall([
      ehcps('red'),
      balance('red'),
      unpublished,
      headline('x', 'Share', 'green'),
    ]);
    expect(rating).toBe('red');
    expect(reasons.map(({ text }) => text)).toEqual([
      'Overall red, the worst of 3 of 4 headline measures known: EHCPs and In-year DSG balance.',
      'EHCPs because.',
      'In-year DSG balance because.',
      'Not counted: Cumulative DSG balance (no figure is published).',
    ]);
  });

  test('is never green without naming what is missing', () => {
    const { rating, reasons } = overall([ehcps('green'), deficit('grey')]);
    expect(rating).toBe('green');
    expect(reasons.some(({ rule, text }) => rule === 'headline-missing' && text.includes('Cumulative'))).toBe(
      true,
    );
    expect(reasons[0]?.text).toContain('1 of 2 headline measures known');
  });

  test('is grey only when nothing is known', () => {
    expect(overall([ehcps('grey'), deficit('grey')])).toMatchObject({
      rating: 'grey',
      reasons: [
        { text: 'Overall not rated: there is no figure to rate for EHCPs and Cumulative DSG balance.' },
      ],
    });
    expect(overall([])).toMatchObject({ rating: 'grey', reasons: [{ rule: 'headline-missing' }] });
  });

  test('says of a cancelled measure that it is cancelled', () => {
    const cancelled: HeadlineRating = { ...deficit('black'), reasons: [] };
    expect(overall([ehcps('amber'), cancelled]).reasons.at(-1)?.text).toBe(
      'Not counted: Cumulative DSG balance (cancelled).',
    );
  });

  test('with all known counts them all', () => {
    expect(overall([ehcps('green'), balance('amber')]).reasons[0]?.text).toBe(
      'Overall amber, the worst of 2 headline measures: In-year DSG balance.',
    );
  });
});
