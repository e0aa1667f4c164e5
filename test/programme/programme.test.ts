import { describe, expect, test } from 'vitest';
import { lastDayOf, overdueDays } from '../../shared/programme/due.ts';
import { type Entry, entryOf, movementOf } from '../../shared/programme/entry.ts';
import { interventionState } from '../../shared/programme/interventions.ts';
import { type Joined, recommendationsNaming } from '../../shared/programme/links.ts';
import { milestoneDue } from '../../shared/programme/milestones.ts';
import { recommendationDue } from '../../shared/programme/recommendations.ts';
import { answerOf, redOf } from '../../shared/programme/red.ts';
import { riskScore } from '../../shared/programme/risks.ts';
import { workstreamDue } from '../../shared/programme/workstreams.ts';
import { type Rating, ratings } from '../../shared/rating/rating.ts';
import { dropOf } from '../facts/make.ts';
import { periodOf } from '../period/make.ts';

type Said = readonly [update: string, fields: Readonly<Record<string, string | number | null>>];

/** An entry with what its updates said, the last first. */
function entry(feed: string, identity: Record<string, string>, ...said: readonly Said[]): Entry {
  const drop = dropOf({ key: 'E06000054/risks/a.csv' });
  const updates = said.map(([update, fields]) => ({ update: periodOf(update), fields, drop, row: 2 }));
  const made = entryOf(feed, { identity, updates });
  if (!made) throw new Error('An entry has an update');
  return made;
}

function all(entries: Readonly<Record<string, readonly Entry[]>> = {}, today = '2025-01-09'): Joined {
  return { today, evidence: [], entries: (feed) => entries[feed] ?? [], progress: new Map() };
}

describe('what is late', () => {
  test('a month is in time to its last day, a day to its end; what is done is never late', () => {
    expect([lastDayOf('2024-02'), lastDayOf('2024-02-03'), lastDayOf('soon')]).toEqual([
      '2024-02-29',
      '2024-02-03',
      undefined,
    ]);
    expect(overdueDays('2024-12', '2024-12-31', false)).toBeNull();
    expect(overdueDays('2024-12', '2025-01-09', false)).toBe(9);
    expect(overdueDays('2025-01-09', '2025-01-09', false)).toBeNull();
    expect(overdueDays('2024-12', '2025-01-09', true)).toBeNull();
    expect(overdueDays(null, '2025-01-09', false)).toBeNull();
  });

  test('a milestone stands in its workstream’s programme, whatever the spelling, and counts there', () => {
    const late = entry('milestones', { workstream: 'Early Help hub', milestone: 'Open' }, [
      '2024-12',
      { due: '2024-11-30' },
    ]);
    const done = entry('milestones', { workstream: 'Early help hub', milestone: 'Plan' }, [
      '2024-12',
      { due: '2024-11-30', completed: '2024-12-02' },
    ]);
    const stream = entry('programme', { programme: '6 Culture', workstream: 'Early Help Hub' }, [
      '2024-12',
      { status: 'green' },
    ]);
    const joined = all({ milestones: [late, done], programme: [stream] });
    expect(milestoneDue(late, joined)).toMatchObject({
      programme: '6 Culture',
      done: false,
      overdueDays: 40,
    });
    expect(milestoneDue(done, joined)).toMatchObject({ done: true, overdueDays: null });
    expect(workstreamDue(stream, joined).milestones).toEqual({ all: 2, done: 1, overdue: 1 });
    expect(milestoneDue(late, all()).programme).toBeNull();
  });

  test('a recommendation is late until it is said to be done', () => {
    const said = (status: string) =>
      recommendationDue(
        entry('recommendations', { id: '1' }, ['2024-12', { due: '2024-12', status }]),
        all(),
      );
    expect(['In progress', 'Not completed', 'Incomplete', ''].map((each) => said(each).overdueDays)).toEqual([
      9, 9, 9, 9,
    ]);
    expect(['Complete', 'Implemented in full'].map((each) => said(each).overdueDays)).toEqual([null, null]);
  });
});

describe('how things move', () => {
  test('a rating to itself is the same; there and back are opposite; unknown is no movement', () => {
    for (const a of ratings)
      for (const b of ratings) {
        const [there, back] = [movementOf(a, b), movementOf(b, a)];
        const known = ![a, b].some((each) => each === 'grey' || each === 'black');
        if (!known) expect(there).toBeNull();
        else if (a === b) expect(there).toBe('same');
        else expect([there, back].sort()).toEqual(['better', 'worse']);
      }
    expect([movementOf(null, 'red'), movementOf('red', null)]).toEqual([null, null]);
  });

  test('a risk scored 3 × 5 is a key one, and a higher score is worse, whatever its colour', () => {
    const risk = entry(
      'risks',
      { register: 'R', risk: '1' },
      ['2024-12', { impact: 3, likelihood: 5, rating: 'amber' }],
      ['2024-11', { impact: 3, likelihood: 4, rating: 'amber' }],
    );
    expect(riskScore(risk, all())).toMatchObject({ score: 15, key: true, movement: 'worse' });
    const unscored = entry('risks', { register: 'R', risk: '2' }, [
      '2024-12',
      { impact: 5, likelihood: null },
    ]);
    expect(riskScore(unscored, all())).toMatchObject({ score: null, key: false, movement: null });
  });
});

describe('what is joined', () => {
  test('what is red has owner, action and due date, or says what is missing; nothing else has', () => {
    const nobody = answerOf({});
    expect(redOf({ officers: 'amber' }, nobody, 'here')).toBeNull();
    expect(redOf({ officers: null }, nobody, 'here')).toBeNull();
    expect(redOf({ officers: 'red' }, nobody, 'here')?.missing).toHaveLength(4);
    const full = { ownerRole: 'Head of SEND', action: 'Reforecast', due: '2025-03', recommendation: '2' };
    expect(redOf({ officers: 'red' }, answerOf(full), 'here')).toEqual({
      ...{ of: 'officers', owner: 'Head of SEND', action: 'Reforecast', due: '2025-03' },
      ...{ recommendations: ['2'], missing: [] },
    });
  });

  test('what the figures find red is red too, and says that it is they', () => {
    const found = (figures: readonly (Rating | null)[]) =>
      redOf({ officers: 'amber', figures }, answerOf({}), 'here')?.of;
    expect([found(['green', 'red']), found(['green', null])]).toEqual(['figures', undefined]);
    expect(redOf({ officers: 'red', figures: ['red'] }, answerOf({}), 'here')?.of).toBe('officers');
  });

  test('several recommendations stand in one cell, and none is an answer too', () => {
    expect(answerOf({ recommendation: '2, 3' }, ['3', '4']).recommendations).toEqual(['2', '3', '4']);
    const none = answerOf({ recommendation: 'None' });
    expect(none.recommendations).toEqual([]);
    expect(redOf({ officers: 'red' }, none, 'here')?.missing).toHaveLength(3);
  });

  test('an intervention against a risk is named with the risk', () => {
    const lessens = entry('interventions', { id: '12.1' }, ['2024-12', { risk: 'Dashboard/capital' }]);
    const risk = entry('risks', { register: 'Dashboard', risk: 'capital' }, ['2024-12', {}]);
    expect(riskScore(risk, all({ interventions: [lessens] })).interventions).toEqual(['12.1']);
  });

  test('a recommendation is found by the name of a condition, and 3.1 is not 3.11 nor 3', () => {
    const names = (text: string) => [entry('recommendations', { id: '7' }, ['2024-12', { evidence: text }])];
    const found = (text: string) =>
      recommendationsNaming('condition', '3.1', all({ recommendations: names(text) }));
    expect(found('Answers condition 3.1.')).toEqual(['7']);
    expect([found('Condition 3.11'), found('condition 3'), found('precondition 3.1')]).toEqual([[], [], []]);
  });

  test('the stage of an intervention follows from its months', () => {
    const stage = (fields: Record<string, string>) =>
      interventionState(entry('interventions', { id: '1' }, ['2024-12', fields]), all()).stage;
    expect(stage({ full_effect_by: '2024-12' })).toBe('full-effect-due');
    expect(stage({ starts: '2024-12', full_effect_by: '2025-06' })).toBe('under-way');
    expect(stage({ starts: '2025-02' })).toBe('not-started');
    expect(stage({ full_effect_by: '2025-06' })).toBe('unknown');
  });
});
