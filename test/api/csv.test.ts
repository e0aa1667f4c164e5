import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { csvText } from '../../shared/api/csv/csv-text.ts';
import { itemTable } from '../../shared/api/csv/item-table.ts';
import { itemSchema, schemaColumns } from '../../shared/api/csv/schema-columns.ts';
import { seriesTable } from '../../shared/api/csv/series-table.ts';
import { routes } from '../../shared/api/routes/routes.ts';
import { periodSchema } from '../../shared/recompute/period-schema.ts';
import type { SeriesView } from '../../shared/recompute/views.ts';

const rowsOf = (text: string): string[][] => parse(text, { relaxColumnCount: false });

describe('a table as CSV', () => {
  test('another reader gets back every cell, whatever is in it', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('a,b', '"', 'two\r\nlines', ' space', '£5', '’'));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1 }),
        fc.tuple(fc.constant('first'), fc.constant('second')),
        (rows, columns) => {
          const [head, ...read] = rowsOf(csvText({ columns, rows }));
          expect(head).toEqual(columns);
          const guarded = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
          expect(read).toEqual(rows.map((cells) => cells.map(guarded)));
        },
      ),
    );
  });

  test('no text begins as a formula does, and numbers stay numbers', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('=', '+', '-', '@', '\t', '\r'),
        fc.string(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (lead, rest, number) => {
          const [, [text, figure] = []] = rowsOf(
            csvText({ columns: ['text', 'figure'], rows: [[`${lead}${rest}`, number]] }),
          );
          expect(text).toBe(`'${lead}${rest}`);
          expect(Number(figure)).toBe(number === 0 ? 0 : number);
        },
      ),
    );
  });

  test('null and what is not there are empty, never nought', () => {
    const text = csvText({ columns: ['a', 'b', 'c', 'd'], rows: [[null, undefined, 0, false]] });
    expect(text).toBe('a,b,c,d\r\n,,0,false\r\n');
  });
});

describe('items as a table', () => {
  const schema = z.object({
    id: z.string(),
    before: z.object({ value: z.number().nullable(), status: z.string().exactOptional() }).nullable(),
    dimensions: z.record(z.string(), z.string()),
    terms: z.array(z.string()),
    reasons: z.array(z.object({ rule: z.string() })).readonly(),
    period: z.string().default('2024'),
  });

  test('have the columns of their schema also when there is none', () => {
    expect(itemTable(schemaColumns(schema), [])).toEqual({
      columns: ['id', 'before.value', 'before.status', 'period'],
      rows: [],
    });
  });

  test('nested values stand under dotted names, members of lists in their order', () => {
    const table = itemTable(schemaColumns(schema), [
      { id: 'a', before: { value: -1 }, dimensions: { sex: 'girls' }, terms: ['x', 'y'], reasons: [] },
      {
        id: 'b',
        before: null,
        dimensions: { group: 'cla' },
        terms: [],
        reasons: Array.from({ length: 11 }, (_, index) => ({ rule: `r${index}` })),
      },
    ]);
    expect(table.columns.slice(0, 8)).toEqual([
      ...['id', 'before.value', 'before.status', 'dimensions.group', 'dimensions.sex', 'terms'],
      ...['reasons.0.rule', 'reasons.1.rule'],
    ]);
    expect(table.columns.at(-2)).toBe('reasons.10.rule');
    expect(table.rows.map((row) => row.slice(0, 7))).toEqual([
      ['a', -1, undefined, undefined, 'girls', 'x; y', undefined],
      ['b', undefined, undefined, 'cla', undefined, undefined, 'r0'],
    ]);
  });

  test('every list of the API has columns', () => {
    const lists = routes.filter(({ method, response }) => method === 'GET' && itemSchema(response));
    expect(lists.length).toBeGreaterThan(8);
    for (const { path, response } of lists) {
      const item = itemSchema(response);
      expect(item === undefined ? [] : schemaColumns(item), path).not.toEqual([]);
    }
  });
});

test('a series has a row for each period of which it says anything: figure, forecast, comparison or plan', () => {
  const period = (text: string) => periodSchema.parse(text);
  const known = { knownAt: '2025-01-07T00:00:00.000Z', drop: 'd' };
  const series: SeriesView = {
    ...{ area: 'E06000054', metric: 'ehcp.active', name: 'EHCPs', unit: 'count', frequency: 'month' },
    dimensions: {},
    points: [{ period: period('2024-12'), value: 6357, recordedAt: known.knownAt, ...known }],
    plans: [
      {
        trajectory: '=plan',
        kind: 'mitigated',
        points: [{ period: period('2025-02'), value: 5800, ...known }],
      },
    ],
    forecast: {
      ...{ method: 'naive', explanation: '', madeAt: known.knownAt, basis: null, backtest: [] },
      ...{ backtestNote: null, record: [], passing: [] },
      points: [{ period: period('2025-01'), value: 6400, lower80: 1, upper80: 2, lower95: 3, upper95: 4 }],
    },
    ...{ forecastNote: null, missingInputs: [], rating: null },
    comparators: [
      { level: 'national', points: [{ period: period('2024-12'), value: null, status: 'x', ...known }] },
    ],
  };
  const [head = [], ...rows] = rowsOf(csvText(seriesTable(series)));
  const cells = rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]])));
  expect(cells).toMatchObject([
    { period: '2024-12', value: '6357', 'comparators.national.status': 'x', 'forecast.value': '' },
    { period: '2025-01', value: '', 'forecast.value': '6400', 'forecast.upper95': '4' },
    { period: '2025-02', value: '', 'plans.=plan.mitigated': '5800' },
  ]);
});
