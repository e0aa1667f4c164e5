import { describe, expect, test } from 'vitest';
import { disagreementOf, type SaidAt } from '../../shared/rating/disagreement.ts';

const found = (said: readonly SaidAt[], today: string) =>
  disagreementOf(said, today, { name: 'EHCPs', officersOf: 'condition 3.1' }, (at) => at);
const said = (at: string, data: SaidAt['data'], officers: SaidAt['officers']): SaidAt => ({
  at,
  data,
  officers,
});

describe('a disagreement of officers and data', () => {
  test('of two levels is reported at once, in one sentence', () => {
    expect(found([said('2024-09-10', 'red', 'green')], '2024-09-10')).toEqual({
      levels: 2,
      since: '2024-09-10',
      text: 'EHCPs: the data says red, officers said green (condition 3.1); the data is worse by two levels, and they have differed so since 10 September 2024.',
    });
  });

  test('of one level is reported once it has lasted two months', () => {
    const one = [said('2024-09-10', 'red', 'amber')];
    expect(found(one, '2024-11-09')).toBeNull();
    expect(found(one, '2024-11-10')).toMatchObject({ levels: 1, since: '2024-09-10' });
  });

  test('begins anew after they have agreed, and when it turns round', () => {
    const agreed = [said('2024-05-10', 'amber', 'green'), said('2024-08-20', 'amber', 'amber')];
    expect(found([...agreed, said('2024-09-10', 'red', 'amber')], '2024-12-01')?.since).toBe('2024-09-10');
    const turned = [said('2024-05-10', 'amber', 'green'), said('2024-08-20', 'green', 'red')];
    expect(found(turned, '2024-08-20')).toMatchObject({ levels: -2, since: '2024-08-20' });
  });

  test('is none where one of them is silent or says nothing', () => {
    expect(found([], '2024-12-01')).toBeNull();
    expect(found([said('2024-05-10', 'red', null)], '2024-12-01')).toBeNull();
    expect(found([said('2024-05-10', 'red', 'grey')], '2024-12-01')).toBeNull();
  });
});
