import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ReadDropOutcome } from '../../../shared/ingest/read-drop.ts';
import { balanced, readFile } from '../read-drop/reading.ts';

const WILTSHIRE = 'E06000054';

function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}.csv`, import.meta.url), 'utf8');
}

function shared(content: string): Promise<ReadDropOutcome> {
  return readFile('dfe-statistics', content, { area: '_shared' });
}

/** The figures of a place and metric, by period; a symbol where there is no figure. */
function figures(
  { blocks }: ReadDropOutcome,
  place: string,
  metric: string,
  group?: string,
): Record<string, number | string | null | undefined> {
  const found = blocks.filter(
    ({ area, series }) => area === place && series.metric === metric && series.dimensions['group'] === group,
  );
  return Object.fromEntries(
    found.flatMap(({ values }) =>
      Object.entries(values).map(([period, { value, status }]) => [period, value ?? status]),
    ),
  );
}

describe('DfE open data under _shared', () => {
  test('requests for assessment lie under the place that they are about; other breakdowns are ignored', async () => {
    const read = await shared(fixture('requests'));
    expect(read).toMatchObject({ state: 'accepted', problemCount: 0 });
    expect(read.recognisedAs).toContain('EHC plans: requests for assessment');
    expect(figures(read, WILTSHIRE, 'sen2.requests')).toMatchObject({ '2023': 1203, '2024': 1146 });
    expect(figures(read, 'ENGLAND', 'sen2.requests')).toMatchObject({ '2019': 82329 });
    expect(read.rows.ignored).toBeGreaterThan(0);
    expect(balanced(read.rows)).toBe(true);
  });

  test('20-week timeliness is a fraction, with its counts', async () => {
    const read = await shared(fixture('timeliness'));
    expect(figures(read, WILTSHIRE, 'sen2.timeliness-20-weeks')).toEqual({
      '2019': 0.71,
      '2020': 0.496,
      '2021': 0.243,
      '2022': 0.134,
      '2023': 0.275,
      '2024': 0.325,
    });
    const [block] = read.blocks.filter(({ area, year }) => area === WILTSHIRE && year === '2019');
    expect(Object.values(block?.values ?? {})).toMatchObject([{ numerator: 412, denominator: 580 }]);
  });

  test('a council whose code was changed is found by its three-digit number', async () => {
    const read = await shared(fixture('requests').replaceAll('E06000066', 'E10000027'));
    expect(figures(read, 'E06000066', 'sen2.requests')).toHaveProperty('2024');
    expect(figures(read, 'E10000027', 'sen2.requests')).toEqual({});
  });

  test('meetings held are divided by reviews expected; a column twice with the same figures does no harm', async () => {
    const read = await shared(fixture('annual-reviews'));
    expect(read.state).toBe('accepted');
    expect(figures(read, WILTSHIRE, 'sen2.annual-reviews')['2024']).toBeCloseTo(5026 / 5185, 12);
  });

  test('filters become groups, and suppressed stays suppressed', async () => {
    const read = await shared(fixture('ks2'));
    expect(figures(read, WILTSHIRE, 'ks2.rwm', 'cin')).toEqual({ AY2024: 0.23 });
    expect(figures(read, WILTSHIRE, 'ks2.rwm', 'cla')).toEqual({ AY2024: 'c' });
    expect(figures(read, 'ENGLAND', 'ks2.reading', 'cin')).toEqual({ AY2024: 0.44 });
  });

  test('columns may stand in any order', async () => {
    const lines = fixture('requests').trim().split('\n');
    const turned = lines.map((line) => line.split(',').toReversed().join(',')).join('\n');
    const [read, same] = await Promise.all([shared(turned), shared(lines.join('\n'))]);
    expect(read.cells).toBeGreaterThan(0);
    expect(read.blocks).toEqual(same.blocks);
  });

  test('an unknown release is taken and stores nothing', async () => {
    const read = await shared(fixture('requests').replace('requests_received_in_year', 'requests_new'));
    expect(read).toMatchObject({ state: 'accepted', cells: 0, blocks: [] });
    expect(read.recognisedAs).toContain('DfE open data, no mapping');
    expect(read.warnings.map(({ code }) => code)).toEqual(['no-mapping']);
  });
});

describe('an export of the Local Authority Interactive Tool', () => {
  test('measures that are known are taken for every place, school years by the year they end in', async () => {
    const read = await shared(fixture('lait'));
    expect(read.state).toBe('accepted');
    expect(figures(read, WILTSHIRE, 'ks2.rwm')).toMatchObject({ AY2024: 0.59 });
    expect(figures(read, 'ENGLAND', 'ks2.rwm')).toMatchObject({ AY2024: 0.63 });
    expect(figures(read, 'E12000009', 'ks2.rwm')).toHaveProperty('AY2024');
    expect(figures(read, WILTSHIRE, 'sen2.caseload')).toMatchObject({ '2025': 6383 });
    expect(balanced(read.rows)).toBe(true);
  });

  test('a provisional figure stays provisional', async () => {
    const { blocks } = await shared(fixture('lait'));
    const [phonics] = blocks.filter(
      ({ area, series, year }) => area === WILTSHIRE && series.metric === 'phonics.y1' && year === '2024',
    );
    expect(Object.values(phonics?.values ?? {})).toMatchObject([{ value: 0.79, status: 'provisional' }]);
  });
});

describe('under a council', () => {
  test('its own rows alone are taken', async () => {
    const read = await readFile('dfe-statistics', fixture('requests'));
    expect(new Set(read.blocks.map(({ area }) => area))).toEqual(new Set([WILTSHIRE]));
    expect(balanced(read.rows)).toBe(true);
  });

  test('a file about other councils only is refused', async () => {
    const others = fixture('requests')
      .split('\n')
      .filter((line) => !line.includes('Wiltshire'));
    const read = await readFile('dfe-statistics', others.join('\n'));
    expect(read).toMatchObject({ state: 'quarantined', blocks: [] });
    expect(read.problems[0]?.code).toBe('wrong-area');
  });
});

describe('a file that breaks the standard is refused with the rule', () => {
  const header =
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,old_la_code,new_la_code,pupils';
  const right = '2024,Calendar year,National,E92000001,England,,,,5';

  const council = '2024,Calendar year,Local authority,E92000001,England,E12000009,865,E06000054,5,Wiltshire';
  const start = 'time_period,time_identifier,geographic_level,country_code,country_name';
  const schools = `${start},school_urn,school_laestab,school_name,provider_ukprn,provider_name,pupils`;
  const school = '2024,Calendar year,School,E92000001,England,1,2,A,3,B,5';
  const trusts = `${start},trust_id,trust_name,pupils`;
  const trust = (id: string, name: string) => `2024,Calendar year,MAT,E92000001,England,${id},${name},5`;
  const district = trust('Wiltshire', 'Wiltshire').replace('MAT', 'Local authority district');

  test.each([
    [header, right],
    [`${header},la_name`, council],
    // A council whose code was changed: both codes name it.
    [`${header},la_name`, council.replace('865,E06000054', '933,E10000027')],
    [schools, school],
    [trusts, `${trust('TR1', 'One')}\n${trust('TR2', 'Two')}\n${trust('x', 'Not available')}`],
  ])('what keeps to it is taken: %s', async (first, rows) => {
    expect((await shared(`${first}\n${rows}\n`)).state).toBe('accepted');
  });

  test.each([
    ['missing-column', header.replace('time_identifier,', ''), '2024,National,E92000001,England,,,,5'],
    ['unknown-geographic-level', header, right.replace('National', 'Nation')],
    ['unknown-time-identifier', header, right.replace('Calendar year', 'Calendar Year')],
    ['time-period-form', header, right.replace('2024', '202425')],
    ['time-period-form', header, right.replace('2024,Calendar', '202426,Academic')],
    ['mixed-time-identifiers', header, `${right}\n202425,Academic year,National,E92000001,England,,,,5`],
    ['row-length', header, `${right},6`],
    ['blank-cell', header, right.replace(/5$/, '')],
    ['blank-cell', header, right.replace(/5$/, 'NULL')],
    ['duplicate-column', `${header},pupils`, `${right},6`],
    ['country-code', header, right.replace('E92000001', 'x')],
    ['location-of-other-level', header, right.replace('England,,', 'England,E12000001,')],
    ['region-code', `${header},region_name`, `${right.replace('National', 'Regional')},South West`],
    ['la-code', `${header},la_name`, `${right.replace('National', 'Local authority')},Wiltshire`],
    ['not-open-data', 'a,b,c', '1,2,3'],
    ['metadata-file', 'col_name,col_type,label', 'pupils,Indicator,Pupils'],
    ['metadata-file', 'col_name,"col_,type",label', 'pupils,Indicator,Pupils'],
    ['blank-cell', header, right.replace(/5$/, 'NA')],
    [
      'missing-column',
      header,
      right.replace('National', 'Regional').replace('England,,', 'England,E12000001,'),
    ],
    ['missing-column', header, right.replace('National', 'School')],
    ['la-code', `${header},la_name`, council.replace('865', 'E06000054')],
    ['la-combination', `${header},la_name`, council.replace('865', '933')],
    ['mixed-levels', schools, `${school}\n${school.replace('School', 'Provider')}`],
    ['not-available-code', trusts, trust('TR1', 'Not available')],
    ['not-available-code', trusts, trust('x', 'Some trust')],
    ['place-twice', trusts, `${trust('TR1', 'One')}\n${trust('TR1', 'Other')}`],
    ['place-twice', trusts, `${trust('TR1', 'One')}\n${trust('TR2', 'One')}`],
    ['place-code', trusts.replaceAll('trust_id', 'lad_code').replaceAll('trust_', 'lad_'), district],
  ])('%s', async (code, first, rows) => {
    const read = await shared(`${first}\n${rows}\n`);
    expect(read).toMatchObject({ state: 'quarantined', blocks: [], cells: 0 });
    expect(read.problems[0]?.code).toBe(code);
    expect(balanced(read.rows)).toBe(true);
  });
});

test('a percentage that cannot be one costs the row, not the file', async () => {
  const read = await shared(fixture('timeliness').replace(',580,453,412,384,71,', ',580,453,412,384,710,'));
  expect(read).toMatchObject({ state: 'accepted-with-problems', rows: { rejected: 1 } });
  expect(read.problems[0]).toMatchObject({
    code: 'percent-range',
    column: 'pc_plans_issued_within_20_weeks',
  });
});
