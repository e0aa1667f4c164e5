import { COUNCIL, OTHER_COUNCIL } from './places.ts';
import { type Random, randomOf } from './random.ts';

/** What a cell of a file says, by hand: never read back out of the product. */
export type Statement = {
  /** The line of the file, counted from 1. */
  readonly row: number;
  readonly month: string;
  readonly cell: string;
  readonly value: number | null;
  readonly status: string | null;
  /** Whom the row is about, where it says so; else the council of the file's folder. */
  readonly place?: string;
};

/** One text that a file can have, and what a careful reader finds in it. */
export type Content = {
  readonly id: string;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly statements: readonly Statement[];
  /** Lines of data by their month; a line without a month that can be is `null`. */
  readonly lines: readonly { readonly month: string | null; readonly silent: boolean }[];
  /** Plans may speak of months to come. */
  readonly looksAhead: boolean;
  /** Why it is quarantined whoever reads it and whenever. */
  readonly refused: string | null;
};

/** Two things that must never leave a file: neither the store nor a report, log, alert or error may repeat them. */
export const CANARIES = ['zq.canary@example.org', 'Canary-Surname'] as const;

const MONTHS = ['2024-11', '2024-12', '2025-01', '2025-02'] as const;
const SYMBOLS = ['c', 'x', 'z', '..', '-'] as const;
const BLANK = '';

function content(
  id: string,
  text: string,
  given: Partial<Pick<Content, 'statements' | 'lines' | 'looksAhead' | 'refused'>>,
): Content {
  const bytes = new TextEncoder().encode(text);
  return { id, text, bytes, statements: [], lines: [], looksAhead: false, refused: null, ...given };
}

function figureOf(random: Random): string {
  if (random.chance(0.2)) return BLANK;
  if (random.chance(0.2)) return random.pick(SYMBOLS);
  return random.pick(['0', '96', '101', '103', '106', '130', '130']);
}

function monthly(at: number, random: Random): Content {
  const months = MONTHS.filter(() => random.chance(0.55));
  const broken = random.chance(0.15);
  const rows = months.map((month) => [month, figureOf(random), random.chance(0.3) ? '7' : BLANK] as const);
  const texts = [...rows.map((cells) => cells.join(',')), ...(broken ? ['2024-13,100,7'] : [])];
  return content(`monthly-${at}`, ['month,ehcp_active,inmss_placed', ...texts, ''].join('\n'), {
    lines: [
      ...rows.map(([month, ...cells]) => ({ month, silent: cells.every((cell) => cell === BLANK) })),
      ...(broken ? [{ month: null, silent: false }] : []),
    ],
    statements: rows.flatMap(([month, ehcps, placed], line) => [
      ...statement(line + 2, month, 'ehcp.active', ehcps),
      ...statement(line + 2, month, 'inmss.placed', placed),
    ]),
  });
}

function plan(at: number, random: Random): Content {
  const months = MONTHS.filter(() => random.chance(0.8));
  const rows = months.map((month) => [month, random.pick(['95', '100', '100', '105', 'x'])] as const);
  return content(
    `plan-${at}`,
    [
      'trajectory,kind,metric,period,value',
      ...rows.map(([month, value]) => `sv,mitigated,ehcp.active,${month},${value}`),
      '',
    ].join('\n'),
    {
      looksAhead: true,
      lines: rows.map(([month]) => ({ month, silent: false })),
      statements: rows.flatMap(([month, value], line) =>
        statement(line + 2, month, 'plan ehcp.active', value),
      ),
    },
  );
}

/** What the file says of a condition besides its rating: nothing, in every column that the register has. */
const UNSAID = { commentary: null, owner_role: null, action: null, due: null, recommendation: null };

/** A register: each rating with the month of its update; a blank was not published and is said all the same. */
function register(at: number, random: Random): Content {
  const months = MONTHS.filter(() => random.chance(0.6));
  const rows = months.map((month) => [month, random.pick(['green', 'amber', 'red', BLANK])] as const);
  return content(
    `register-${at}`,
    ['condition,update,rating', ...rows.map(([month, rating]) => `3.1,${month},${rating}`), ''].join('\n'),
    {
      lines: rows.map(([month]) => ({ month, silent: false })),
      statements: rows.map(([month, rating], line) => ({
        ...{ row: line + 2, month, cell: 'register conditions condition=3.1', value: null },
        status: JSON.stringify({ text: null, rating: rating === BLANK ? null : rating, ...UNSAID }),
      })),
    },
  );
}

/** Results of two councils and their country in one file: each row is about the place that it names. */
function shared(at: number, random: Random): Content {
  const places = [COUNCIL, OTHER_COUNCIL, 'ENGLAND'].filter(() => random.chance(0.7));
  const rows = places.map((place) => [place, random.pick(['54', '59', '63'])] as const);
  return content(
    `shared-${at}`,
    [
      'area,period,metric,value',
      ...rows.map(([place, percent]) => `${place},2022/23,ks2.rwm,${percent}%`),
      '',
    ].join('\n'),
    {
      // The school year began long before any history.
      looksAhead: true,
      lines: rows.map(() => ({ month: 'AY2022', silent: false })),
      statements: rows.map(([place, percent], line) => ({
        ...{ row: line + 2, month: 'AY2022', cell: 'ks2.rwm', status: null, place },
        value: Number(`${percent}e-2`),
      })),
    },
  );
}

function statement(row: number, month: string, cell: string, written: string): Statement[] {
  if (written === BLANK) return [];
  const number = /^\d+$/.test(written);
  return [{ row, month, cell, value: number ? Number(written) : null, status: number ? null : written }];
}

const random = randomOf(20_250_109);

/** Files of monthly figures: values, symbols, zeros and blanks; months to come; a row that cannot be. */
export const monthlyContents: readonly Content[] = Array.from({ length: 40 }, (_, at) => monthly(at, random));

/** Plans for the same months. */
export const planContents: readonly Content[] = Array.from({ length: 8 }, (_, at) => plan(at, random));

/** What officers rated, said anew again and again. */
export const registerContents: readonly Content[] = Array.from({ length: 8 }, (_, at) =>
  register(at, random),
);

/** Files for every council. */
export const sharedContents: readonly Content[] = Array.from({ length: 8 }, (_, at) => shared(at, random));

/** Files that are quarantined whole. */
export const refusedContents: readonly Content[] = [
  content('empty', '', { refused: 'no-rows' }),
  content('header-only', 'month,ehcp_active\n', { refused: 'no-rows' }),
  content('strangers', 'colour,shape\nred,round\n', { refused: 'no-known-columns' }),
  content('binary', '\u0000\u0001PK\u0000\u0000', { refused: 'not-text' }),
  content('e-mail', `month,ehcp_active,note\n2024-12,100,${CANARIES[0]}\n`, { refused: 'personal-data' }),
  content('surname', `month,ehcp_active,Surname\n2024-12,100,${CANARIES[1]}\n`, {
    refused: 'personal-data',
  }),
];

const byId = new Map(
  [...monthlyContents, ...planContents, ...registerContents, ...sharedContents, ...refusedContents].map(
    (each) => [each.id, each] as const,
  ),
);

/** The content with an id; throws when there is none. */
export function contentById(id: string): Content {
  const found = byId.get(id);
  if (!found) throw new Error(`The simulation has no content ${id}`);
  return found;
}
