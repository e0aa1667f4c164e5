import { beforeAll, describe, expect, test } from 'vitest';
import type { MonitoringReport } from '../../shared/monitoring-report/report-schema.ts';
import { sampleCouncil } from '../recompute/sample-council.ts';
import { reportDoor } from './ask-report.ts';

const door = reportDoor(await sampleCouncil());

let november: MonitoringReport;

beforeAll(async () => {
  november = await door.read({ update: '2024-11' });
});

function condition(report: MonitoringReport, id: string) {
  const found = report.conditions.find((each) => each.condition === id);
  if (!found) throw new Error(`There is no condition ${id}`);
  return found;
}

// Source of every figure: facts.md part B and figures/conditions.csv, figures/risks.csv.
describe('the report of November 2024', () => {
  test('answers whether the plan is on track: no, no, yes', () => {
    expect(november.onTrack.map(({ answer }) => answer)).toEqual(['No', 'No', 'Yes']);
    expect(november).toMatchObject({ name: 'Wiltshire', submitted: '2024-12-11', knownOn: '2025-01-09' });
  });

  test('has what officers stated, at most three of each', () => {
    const { drivers, barriers, engagement } = november;
    expect([drivers, barriers, engagement].map(({ stated }) => stated.length)).toEqual([3, 1, 3]);
  });

  test('has each condition with its rating at each update, the first first', () => {
    const rated = november.conditions.map(({ condition: id, ratings }) =>
      [id, ...ratings.map(({ rating }) => rating ?? '–')].join(' '),
    );
    expect(rated).toEqual([
      '1 green amber red',
      '2 green red –',
      '3.1 green amber amber',
      '3.2 green green green',
      '3.3 – amber amber',
      '3.4 amber amber amber',
      '3.5 green green green',
    ]);
  });

  test('holds 6,161 plans of October against 5,669: +492, 8.7%, red where officers say amber; December is later', () => {
    const { evidence, figures, rating } = condition(november, '3.1');
    const ehcps = evidence.find(({ metric }) => metric === 'ehcp.active');
    expect(ehcps).toMatchObject({
      ...{ period: '2024-10', value: 6161, plan: 5669, difference: 492 },
      ...{ rating: 'red', officerRating: 'amber', later: { period: '2024-12', value: 6357 } },
    });
    expect(ehcps?.differencePercent).toBeCloseTo(0.087, 3);
    expect([figures.rating, rating]).toEqual(['red', 'amber']);
  });

  test('holds −£43.20m against −£28.21m for condition 1, and says who is not named for it', () => {
    const { evidence, red } = condition(november, '1');
    expect(evidence[0]).toMatchObject({ value: -43_200_000, plan: -28_210_000, difference: -14_990_000 });
    expect(red).toMatchObject({ of: 'officers', owner: null, due: '2026-04' });
    expect(november.toComplete.some((each) => /^Condition 1: Nobody is named/.test(each))).toBe(true);
  });

  test('what was not published is null and to be completed, never green', () => {
    expect(condition(november, '2')).toMatchObject({ rating: null, figures: { rating: 'grey' } });
    expect(november.toComplete.some((each) => each.startsWith('Condition 2: no rating'))).toBe(true);
  });

  test('a chart has gaps where there is no figure, and tells in words what it shows', () => {
    const [chart] = condition(november, '3.1').charts;
    expect(chart?.actual.find(({ period }) => period === '2024-11')).toEqual({
      period: '2024-11',
      value: null,
    });
    for (const part of ['5,728 in April 2024', '6,357 in December 2024', 'No figure for November 2024'])
      expect(chart?.description).toContain(part);
  });

  test('has the register of risks as it was in November: the dashboard of January is not in it', () => {
    expect(
      november.risks.map(({ risk, ratings }) => [risk, ...ratings.map(({ rating }) => rating)].join(' ')),
    ).toEqual([
      '1 green green green',
      '2 green green green',
      '3 amber green green',
      '4 amber amber blue',
      '5 amber amber amber',
    ]);
  });

  test('proposes nothing from figures that are not known, and says so', () => {
    expect([...november.drivers.proposals, ...november.barriers.proposals]).toEqual([]);
    expect(november.proposalNote).toContain('6,161 in October 2024');
  });

  test('names no person: whoever signs is a role', () => {
    expect(november.signOff.map(({ role }) => role)).toEqual([
      'S151 officer',
      'Director of children’s services',
    ]);
  });
});

describe('the report of another update', () => {
  test('of August says nothing of November: what nobody wrote of August is to be completed', async () => {
    const august = await door.read({ update: '2024-08' });
    expect(august.onTrack.every(({ answer, text }) => answer === null && text === null)).toBe(true);
    expect(condition(august, '1').ratings.map(({ rating }) => rating)).toEqual(['green', 'amber']);
    expect(condition(august, '3.1').evidence[0]).toMatchObject({
      period: '2024-08',
      value: 5932,
      plan: 5645,
    });
    expect(august.submitted).toBeNull();
    expect(august.signOff.every(({ text }) => text === null)).toBe(true);
    expect(august.toComplete.length).toBeGreaterThan(november.toComplete.length);
  });

  test('of a month without an update has no rating, and no figure of a later month', async () => {
    const october = await door.read({ update: '2024-10' });
    expect(october.conditions.every(({ rating, commentary }) => rating === null && commentary === null)).toBe(
      true,
    );
    for (const { evidence } of october.conditions)
      for (const { period, officerRating } of evidence) {
        if (period !== null && /^\d{4}-\d{2}$/.test(period)) expect(period <= '2024-10').toBe(true);
        expect(officerRating).toBeNull();
      }
  });
});

describe('as of a day', () => {
  test('the day after the submission: no figure of December is known, and nothing is later', async () => {
    const then = await door.read({ update: '2024-11', asOf: '2024-12-12' });
    const ehcps = condition(then, '3.1').evidence.find(({ metric }) => metric === 'ehcp.active');
    expect(ehcps).toMatchObject({ period: '2024-10', value: 6161, later: null });
    expect(then.knownOn).toBe('2024-12-12');
    // October stood at 362 placements until it was restated in January.
    const placed = condition(then, '3.2').evidence.find(({ metric }) => metric === 'inmss.placed');
    expect(placed).toMatchObject({ period: '2024-10', value: 362 });
  });

  test('before the submission nothing of it is known', async () => {
    const before = await door.read({ update: '2024-11', asOf: '2024-12-10' });
    expect(before.submitted).toBeNull();
    expect(condition(before, '1').rating).toBeNull();
  });
});

describe('what cannot be answered', () => {
  test.each([
    [{ update: '2024-13' }, 400],
    [{ update: 'November' }, 400],
    [{ update: '2024-11', format: 'pdf' }, 400],
    [{ update: '2024-11', asOf: '2030-01-01' }, 400],
    [{}, 400],
  ])('%j: %i', async (query, status) => {
    const answer = await door.ask(query);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ errors: [expect.anything()] });
  });

  test('of a council without a file it is empty, grey, and to be completed', async () => {
    const nothing = reportDoor({ drops: [], blocks: [] });
    expect(await nothing.read({ update: '2024-11' })).toMatchObject({
      ...{ conditions: [], risks: [], overall: { rating: 'grey', officerRating: null } },
      onTrack: [{ answer: null }, { answer: null }, { answer: null }],
    });
  });
});
