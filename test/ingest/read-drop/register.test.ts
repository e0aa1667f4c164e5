import { describe, expect, test } from 'vitest';
import { cellBlockSchema } from '../../../shared/store/schemas.ts';
import { codes, readFile } from './reading.ts';

const CONDITIONS = 'condition,text,update,rating,commentary\n';
const RISKS = 'register,risk,update,impact,likelihood,state,rating\n';

describe('a register', () => {
  test('keeps an entry for each update, blank as null', async () => {
    const outcome = await readFile(
      'conditions',
      `${CONDITIONS}2,Control the deficit,May 2024,Green,\n2,Control the deficit,30/11/2024,,\n`,
    );
    expect(outcome).toMatchObject({ state: 'accepted', rows: { read: 2, accepted: 2 }, cells: 2 });
    const text = 'Control the deficit';
    const blank = { commentary: null, owner_role: null, action: null, due: null, recommendation: null };
    expect(outcome.blocks).toEqual([
      {
        area: 'E06000054',
        series: { role: 'register', metric: 'conditions', dimensions: { condition: '2' } },
        year: '2024',
        values: {
          '2024-05': { value: null, row: 2, fields: { text, rating: 'green', ...blank } },
          '2024-11': { value: null, row: 3, fields: { text, rating: null, ...blank } },
        },
      },
    ]);
  });

  test('is stored and read back as it was', async () => {
    const { blocks } = await readFile('risks', `${RISKS}Dashboard,growth,2024-11,5,4,Risk,Amber/Red\n`);
    for (const block of blocks) {
      const stored = { ...block, file: 'E06000054/risks/a.csv', versionId: 'v1' };
      expect(cellBlockSchema.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
    }
    expect(blocks[0]?.values).toMatchObject({
      '2024-11': { fields: { impact: 5, likelihood: 4, state: 'risk', rating: 'amber-red', progress: null } },
    });
  });

  test.each([
    ['an impact of 6', 'Dashboard,capital,2024-11,6,4,,', 'score-out-of-range'],
    ['half a likelihood', 'Dashboard,capital,2024-11,5,2.5,,', 'score-out-of-range'],
    ['an unknown rating', 'Dashboard,capital,2024-11,5,4,,Purple', 'unknown-rating'],
    ['an unknown state', 'Dashboard,capital,2024-11,5,4,hope,', 'unknown-word'],
    ['no id', 'Dashboard,,2024-11,5,4,,', 'missing-cell'],
    ['no update', 'Dashboard,capital,,5,4,,', 'missing-cell'],
    ['an update that has not begun', 'Dashboard,capital,2025-11,5,4,,', 'future-month'],
    ['a formula', 'Dashboard,=cmd(),2024-11,5,4,,', 'formula'],
    ['a hidden call', "Dashboard,-2+3+cmd|' /C calc'!A0,2024-11,5,4,,", 'formula'],
  ])('%s rejects the row and no other', async (_name, line, code) => {
    const outcome = await readFile('risks', `${RISKS}Dashboard,growth,2024-11,5,4,,\n${line}\n`);
    expect(codes(outcome)).toEqual([code]);
    expect(outcome).toMatchObject({ rows: { read: 2, accepted: 1, rejected: 1 }, cells: 1 });
  });

  test('a text may begin as bullets and remarks do', async () => {
    const texts = [
      '- More places from September',
      '-Recruitment',
      '+ two schools',
      '– see below',
      '@SEND team',
    ];
    const rows = texts.map((text, at) => `${at + 1},a,2024-05,Green,${text}`).join('\n');
    const outcome = await readFile('conditions', `${CONDITIONS}${rows}\n`);
    expect(outcome).toMatchObject({ state: 'accepted', problemCount: 0 });
    const kept = outcome.blocks.flatMap(({ values }) =>
      Object.values(values).map(({ fields }) => fields?.['commentary']),
    );
    expect(kept.toSorted()).toEqual(texts.toSorted());
  });

  test('two rows that contradict each other are both rejected, a repeated one is ignored', async () => {
    const outcome = await readFile(
      'conditions',
      `${CONDITIONS}1,a,2024-05,Green,\n1,a,2024-05,Red,\n2,b,2024-05,Red,\n2,b,2024-05,red,\n`,
    );
    expect(codes(outcome)).toEqual(['contradiction', 'contradiction']);
    expect(outcome.rows).toEqual({ read: 4, accepted: 1, partly: 0, rejected: 2, ignored: 1 });
  });

  test('a role is taken; an e-mail address or a column of names quarantines the file and is not repeated', async () => {
    const head = 'workstream,programme,update,owner_role';
    const row = 'Early support,Support,2024-11';
    expect((await readFile('programme', `${head}\n${row},Head of Inclusion\n`)).state).toBe('accepted');
    for (const file of [
      `${head}\n${row},a.person@council.example\n`,
      `${head},name\n${row},Head of Inclusion,A Person\n`,
    ]) {
      const outcome = await readFile('programme', file);
      expect(outcome).toMatchObject({ state: 'quarantined', blocks: [] });
      expect(JSON.stringify(outcome)).not.toMatch(/a\.person|A Person/);
    }
  });

  test('without updates it keeps one state of each entry', async () => {
    const outcome = await readFile(
      'interventions',
      'id,text,change,metric,effect_per_month,full_effect_by\n1.1,Map the offer,accelerate,ehcp.requests,-8,Apr-25\n',
    );
    expect(outcome.blocks).toMatchObject([
      {
        series: { metric: 'interventions', dimensions: { id: '1.1' } },
        values: {
          '0000': { fields: { change: 'Accelerate', effect_per_month: -8, full_effect_by: '2025-04' } },
        },
      },
    ]);
  });

  test.each([
    ['condition 3.1', 'condition:3.1'],
    ['Overall', 'overall'],
    ['metric: EHCP.active', 'metric:ehcp.active'],
  ])('an officer may rate %s', async (subject, kept) => {
    const outcome = await readFile('officer-ratings', `update,subject,rating\n2024-11,${subject},A\n`);
    expect(outcome.blocks[0]?.series.dimensions).toEqual({ subject: kept });
  });

  test('every register takes its own columns as they are named', async () => {
    const outcome = await readFile(
      'report-narrative',
      'update,section,position,answer,text,owner_role\n2024-11,Adviser support,1,no,None is wanted,Director\n',
    );
    expect(outcome).toMatchObject({ state: 'accepted', warnings: [] });
    const recommended = await readFile(
      'recommendations',
      'committee,date,id,text,response,owner_role,due,status,evidence\nChildren,9 January 2025,1,Show trends,,,2025-06,open,\n',
    );
    expect(recommended.blocks[0]?.series.dimensions).toEqual({
      committee: 'Children',
      date: '2025-01-09',
      id: '1',
    });
  });
});
