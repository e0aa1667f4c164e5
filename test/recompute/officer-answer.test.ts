import { beforeAll, describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { recomputeAsKnown } from '../../shared/recompute/as-known.ts';
import type { Known } from '../../shared/recompute/figures.ts';
import type { Setting } from '../../shared/settings/setting.ts';
import { memoryIngest } from '../ingest/in-memory.ts';
import { sampleCouncil } from './sample-council.ts';

const area = 'E06000054';
let known: Known;
beforeAll(async () => {
  known = await sampleCouncil();
});

function ratingsAt(day: string, settings: readonly Setting[] = [], of: Known = known) {
  const at = new Date(`${day}T12:00:00.000Z`);
  return recomputeAsKnown(area, { ...of, settings }, metrics, at).ratings;
}
function item(metric: string, day: string, settings?: readonly Setting[], of?: Known) {
  return ratingsAt(day, settings, of).items.find((each) => each.metric === metric);
}

const override: Setting = {
  ...{ area, kind: 'override', id: 'ehcp.active', version: 1, by: 'ann', at: '2025-01-09T10:00:00.000Z' },
  body: { rating: 'green', reason: 'Recount under way', until: '2025-01-31T23:59:59.999Z' },
};

describe('beside the data’s rating stands what officers say', () => {
  test('EHCPs are red by the data and amber by condition 3.1: one level apart since August’s figure', () => {
    const ehcps = item('ehcp.active', '2025-01-09');
    expect(ehcps).toMatchObject({
      ...{ rating: 'red', officerRating: 'amber' },
      officer: { of: 'condition', update: '2024-11', by: null, until: null },
      disagreement: { levels: 1, since: '2024-09-10' },
    });
    expect(ehcps?.disagreement?.text).toBe(
      'EHCPs: the data says red, officers said amber (condition 3.1, November 2024); the data is worse by one level, and they have differed so since 10 September 2024.',
    );
  });

  test('one level apart is reported only once it has lasted two months', () => {
    expect(item('ehcp.active', '2024-10-31')?.disagreement).toBeNull();
    expect(item('ehcp.active', '2024-11-11')?.disagreement).toMatchObject({ since: '2024-09-10' });
  });

  test('both red is no disagreement; where officers have said nothing there is none either', () => {
    expect(item('dsg.in-year-balance', '2025-01-09')).toMatchObject({
      ...{ rating: 'red', officerRating: 'red', disagreement: null },
    });
    expect(item('ehcp.active', '2024-05-11')?.officerRating).not.toBeUndefined();
  });

  test('what officers left blank the last time is null, whatever they said before', () => {
    // Condition 2 was red in August; in November its rating was not published.
    expect(item('dsg.cumulative-balance', '2024-11-30')?.officerRating).toBe('red');
    expect(item('dsg.cumulative-balance', '2025-01-09')).toMatchObject({
      officerRating: null,
      officer: null,
    });
  });

  test('an override speaks instead until it expires, and two levels apart is reported at once', () => {
    expect(item('ehcp.active', '2025-01-09', [override])).toMatchObject({
      ...{ rating: 'red', officerRating: 'green' },
      officer: { of: 'override', reason: 'Recount under way', by: 'ann' },
      disagreement: { levels: 2 },
    });
    expect(item('ehcp.active', '2025-02-01', [override])).toMatchObject({
      ...{ officerRating: 'amber', officer: { of: 'condition' } },
      // What the override said no longer counts in how far apart they are.
      disagreement: { levels: 1, since: '2024-09-10' },
    });
  });

  test('a later rating of the metric itself by file replaces an override; one of its condition does not', async () => {
    const rated = async (subject: string): Promise<Known> => {
      const ingest = memoryIngest();
      const text = `update,subject,rating\n2025-01,${subject},Red\n`;
      const options = { putTime: '2025-01-20T09:00:00.000Z' };
      await ingest.take(`${area}/officer-ratings/2025-01.csv`, { text }, options);
      const { drops, blocks } = ingest;
      return { ...known, drops: [...known.drops, ...drops], blocks: [...known.blocks, ...blocks] };
    };
    const own = item('ehcp.active', '2025-01-21', [override], await rated('metric ehcp.active'));
    expect(own).toMatchObject({ officerRating: 'red', officer: { of: 'metric' } });
    const condition = item('ehcp.active', '2025-01-21', [override], await rated('condition 3.1'));
    expect(condition).toMatchObject({ officerRating: 'green', officer: { of: 'override' } });
  });
});

describe('conditions and programmes', () => {
  test('a condition is rated by the worst of its evidence, which is named', () => {
    const { rollUps } = ratingsAt('2025-01-09');
    const condition = rollUps.find(({ kind, id }) => kind === 'condition' && id === '3.1');
    expect(condition).toMatchObject({ rating: 'red', officerRating: 'amber', decidedBy: ['ehcp.active'] });
    expect(condition?.reasons[0]?.text).toContain('EHCPs');
  });

  test('a programme is rated by the worst of its workstreams', () => {
    const programmes = ratingsAt('2025-01-09').rollUps.filter(({ kind }) => kind === 'programme');
    expect(programmes.length).toBeGreaterThan(0);
    for (const { rating, decidedBy, known: rated } of programmes) {
      expect(decidedBy.length > 0).toBe(rated > 0);
      if (rated === 0) expect(rating).toBe('grey');
    }
  });
});
