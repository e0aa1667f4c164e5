import { describe, expect, test } from 'vitest';
import { groups } from '../../shared/catalogue/breakdowns/groups.ts';
import { metricById, metrics } from '../../shared/catalogue/metrics.ts';
import { complementOfGroup } from '../../shared/catalogue/outcomes/complements.ts';
import { GAP_RULES, gapBounds } from '../../shared/catalogue/outcomes/gap-bounds.ts';
import { DELAYED_ENTRY, groupNote } from '../../shared/catalogue/outcomes/group-notes.ts';
import { stageBackgrounds } from '../../shared/catalogue/outcomes/stage-backgrounds.ts';
import { stageById, stageIds, stageOf, stages } from '../../shared/catalogue/outcomes/stages.ts';
import { comparesFrom, covidNote, whyNoResult } from '../../shared/catalogue/outcomes/years.ts';
import { periodOf as period } from '../period/make.ts';

const why = (metric: string, begins: number) => whyNoResult(metric, period(`AY${begins}`));

describe('the stages of school', () => {
  test('are those of the contract, and every result of a school year stands on exactly one', () => {
    expect(stages.map(({ id }) => id)).toEqual(stageIds);
    const results = metrics.filter(({ frequency }) => frequency === 'academic-year').map(({ id }) => id);
    expect(stages.flatMap((stage) => stage.metrics).toSorted()).toEqual(results.toSorted());
    for (const id of results) expect(stageOf(id)?.metrics).toContain(id);
    expect([stageById('ks3'), stageOf('ehcp.active')]).toEqual([undefined, undefined]);
  });

  test('explain themselves', () => {
    for (const { id: stage, metrics: shown } of stages) {
      expect(stageBackgrounds[stage].length).toBeGreaterThan(100);
      for (const id of shown) expect(metricById(id)?.background).toBeTruthy();
    }
  });
});

describe('a year without results', () => {
  test('says why: Covid, what is no longer collected, what lapses, what has not begun', () => {
    expect(why('ks2.rwm', 2019)).toContain('Covid');
    expect(why('phonics.y1', 2020)).toContain('Covid');
    expect(why('ks1.reading', 2023)).toContain('own choice');
    expect(why('ks2.progress-maths', 2023)).toContain('Covid');
    expect(why('ks2.progress-maths', 2027)).toContain('lapses');
    expect(why('ks4.progress8', 2024)).toContain('Covid');
    expect(why('absence.total', 2019)).toContain('closed');
    expect(why('mtc.full-marks', 2018)).toContain('2021/22');
  });

  test('an ordinary year has no excuse, and results of Key Stage 4 are not excused by Covid', () => {
    expect([why('ks2.rwm', 2024), why('ks1.reading', 2022), why('ks4.attainment8', 2020)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('years that Covid touched are marked', () => {
    expect(covidNote('ks2.rwm', period('AY2021'))).toContain('Covid');
    expect(covidNote('ks4.attainment8', period('AY2020'))).toContain('schools gave the grades');
    expect(covidNote('ks2.rwm', period('AY2022'))).toBeUndefined();
  });

  test('the early years profile of 2021/22 begins anew', () => {
    expect(comparesFrom('eyfsp.gld', period('AY2024'))?.from).toBe('AY2021');
    expect(comparesFrom('eyfsp.gld', period('AY2018'))).toBeUndefined();
    expect(comparesFrom('ks2.rwm', period('AY2024'))).toBeUndefined();
  });
});

describe('groups of pupils', () => {
  test('complements are groups, and none is its own complement’s complement', () => {
    const known = new Set(groups.map(({ id }) => id));
    for (const { id } of groups) {
      const complement = complementOfGroup(id);
      if (complement?.group == null) continue;
      expect(known.has(complement.group)).toBe(true);
      expect(complementOfGroup(complement.group)).toBeUndefined();
    }
  });

  test('every group that Pupil Premium concerns says whether Pupil Premium Plus is in it', () => {
    for (const group of ['disadvantaged', 'not-disadvantaged', 'fsm', 'not-fsm', 'cla', 'pcla'])
      expect(groupNote(group)).toContain('Pupil Premium Plus');
  });
});

test('the rules of the gap say every bound that there is', () => {
  const said = GAP_RULES.join(' ');
  for (const { id, unit, frequency } of metrics) {
    if (frequency !== 'academic-year' || unit === 'count') continue;
    const { amber, red } = gapBounds(id, true);
    const shown = [amber, red].map((bound) =>
      String(Number((unit === 'ratio' ? bound * 100 : bound).toFixed(3))),
    );
    expect(said).toContain(shown.join(' and '));
  }
});

test('how delayed entry is reflected is said', () => {
  expect(DELAYED_ENTRY).toContain('held back');
});
