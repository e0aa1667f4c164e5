import type { FinanceAnswer } from '../api/scenarios.ts';
import { drawn } from '../chart/drawn.ts';
import { type TornadoBar, tornado } from '../chart/tornado.ts';
import { html } from '../dom/element.ts';
import { poundsText } from '../words/money.ts';
import { periodWords } from '../words/period.ts';
import { csvLink } from './csv-link.ts';
import { table } from './table.ts';

type Moved = NonNullable<FinanceAnswer['sensitivity']>[number];

const DRIVERS: Readonly<Record<string, { readonly name: string; readonly by: (change: number) => string }>> =
  {
    incomeGrowth: { name: 'Growth of income', by: points },
    inflation: { name: 'Inflation', by: points },
    numbers: { name: 'Number of children', by: parts },
    unitCosts: { name: 'Cost of a place', by: parts },
    mitigations: { name: 'Savings delivered', by: parts },
    transfer: { name: 'Transfer from schools', by: parts },
  };

/** Which figure matters most to the money: each moved alone, down and up, the widest first. */
export function tornadoFigure({ sensitivity, years }: FinanceAnswer): readonly HTMLElement[] {
  const last = years.at(-1);
  const moved = (sensitivity ?? []).filter(({ swing }) => swing > 0);
  const [first] = moved;
  if (last === undefined || first === undefined) return [];
  const name = nameOf(first);
  const finding = `What matters most to the balance at the end of ${periodWords(last.year)}: ${name.charAt(0).toLowerCase()}${name.slice(1)}, which moves it by ${poundsText(first.swing)} from its worse to its better end.`;
  const bars = moved.map((each): TornadoBar => {
    const side = (of: Moved['down']) => ({
      text: `${by(each, of.change)}: ${poundsText(of.cumulativeBalance)}`,
      balance: of.cumulativeBalance,
    });
    return { name: nameOf(each), down: side(each.down), up: side(each.up) };
  });
  const description = `Bar chart. ${bars.map(({ name, down, up }) => `${name}: ${down.text}; ${up.text}.`).join(' ')}`;
  return [
    html(
      'div',
      { class: 'chart-block' },
      html('h3', { class: 'finding' }, finding),
      html(
        'div',
        { class: 'chart-and-table' },
        html(
          'figure',
          { class: 'chart-figure' },
          drawn((width) => tornado(bars, last.cumulativeBalance, width, description), 'chart-holder-tornado'),
          html(
            'figcaption',
            { class: 'fine' },
            `Cumulative balance at the end of ${periodWords(last.year)} when one figure is other than planned and all others stay. ▼ is the worse end, ▲ the better.`,
          ),
        ),
        html(
          'div',
          {},
          table('Each figure moved alone', columns, moved, 'table-figures table-tornado'),
          csvLink('scenario-sensitivity', [
            ['figure', 'change', 'cumulative balance', 'year of balance'],
            ...moved.flatMap((each) =>
              [each.down, each.up].map((side) => [
                nameOf(each),
                by(each, side.change),
                side.cumulativeBalance,
                side.balanceYear ?? 'not reached',
              ]),
            ),
          ]),
        ),
      ),
    ),
  ];
}

const columns = [
  { heading: 'Figure', kind: 'row' as const, cell: (each: Moved) => nameOf(each) },
  ...(['down', 'up'] as const).map((side) => ({
    heading: side === 'down' ? 'Moved down' : 'Moved up',
    cell: (each: Moved) => [
      html('span', { class: 'fine' }, by(each, each[side].change)),
      html('span', { class: 'gap' }, poundsText(each[side].cumulativeBalance)),
      html(
        'span',
        { class: 'fine' },
        each[side].balanceYear === null
          ? 'not in balance'
          : `in balance ${periodWords(each[side].balanceYear)}`,
      ),
    ],
  })),
];

function nameOf({ driver }: Moved): string {
  return DRIVERS[driver]?.name ?? driver;
}

function by({ driver }: Moved, change: number): string {
  return (DRIVERS[driver]?.by ?? parts)(change);
}

function points(change: number): string {
  const size = Number((Math.abs(change) * 100).toFixed(2));
  return `${change < 0 ? '−' : '+'}${size} ${size === 1 ? 'point' : 'points'} a year`;
}

function parts(change: number): string {
  return change === -1 ? 'none' : `${change < 0 ? '−' : '+'}${Number((Math.abs(change) * 100).toFixed(1))}%`;
}
