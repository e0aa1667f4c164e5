import { html } from '../dom/element.ts';
import type { FinanceSetting, MoneyLever } from '../scenario/finance-setting.ts';
import { lever } from './lever.ts';

type Drawn = {
  readonly label: string;
  readonly unit: string;
  readonly least?: number;
  readonly most: number;
  readonly step: number;
  readonly scale: number;
  readonly hint: string;
};

const MILLION = 1e-6;
const PERCENT = 100;

const LEVERS = {
  incomeGrowth: {
    ...{ label: 'Growth of income', unit: '% a year', least: -5, most: 10, step: 0.1, scale: PERCENT },
    hint: 'Of the High Needs Block, from the second year on.',
  },
  inflation: {
    ...{ label: 'Inflation', unit: '% a year', least: -2, most: 10, step: 0.1, scale: PERCENT },
    hint: 'Of what a place costs, of other spend and of savings.',
  },
  transferFirst: {
    ...{ label: 'Transfer from schools, first year', unit: '%', most: 2, step: 0.1, scale: PERCENT },
    hint: 'Part of the schools block that moves to high needs.',
  },
  transferLater: {
    ...{ label: 'Transfer from schools, later years', unit: '%', most: 2, step: 0.1, scale: PERCENT },
    hint: 'The same for every year after the first.',
  },
  delivery: {
    ...{ label: 'How much of the savings is delivered', unit: '%', most: 150, step: 5, scale: PERCENT },
    hint: '100% is all that is planned; 0% is nothing.',
  },
  dfe: {
    ...{ label: 'Paid by the DfE', unit: '£m a year', most: 30, step: 0.5, scale: MILLION },
    hint: 'Into the cumulative balance, every year.',
  },
  council: {
    ...{ label: 'Paid by the council', unit: '£m a year', most: 30, step: 0.5, scale: MILLION },
    hint: 'Into the cumulative balance, every year.',
  },
  income: {
    ...{ label: 'Income of the first year', unit: '£m', most: 150, step: 0.5, scale: MILLION },
    hint: 'High Needs Block.',
  },
  otherSpend: {
    ...{ label: 'Spend that follows no placement', unit: '£m', most: 150, step: 0.5, scale: MILLION },
    hint: 'In the first year; without placements this is all spend.',
  },
  schoolsBlock: {
    ...{ label: 'Schools block', unit: '£m', most: 600, step: 1, scale: MILLION },
    hint: 'What the transfer is a part of.',
  },
  openingBalance: {
    ...{ label: 'Balance to begin with', unit: '£m', least: -200, most: 50, step: 0.5, scale: MILLION },
    hint: 'Cumulative, at the end of the year before; a deficit is below zero.',
  },
} as const satisfies Readonly<Record<MoneyLever, Drawn>>;

const FIRST: readonly MoneyLever[] = ['incomeGrowth', 'inflation', 'transferFirst', 'transferLater'];
const SECOND: readonly MoneyLever[] = ['delivery', 'dfe', 'council'];
const THIRD: readonly MoneyLever[] = ['income', 'otherSpend', 'schoolsBlock', 'openingBalance'];

/** The figures of a budget, each to be moved; `move` is told of each. */
export function moneyLevers(
  setting: FinanceSetting,
  move: (change: Partial<FinanceSetting>) => void,
): readonly HTMLElement[] {
  const set = (legend: string, names: readonly MoneyLever[]) =>
    html(
      'fieldset',
      { class: 'levers' },
      html('legend', {}, legend),
      names.map((name) => {
        const drawn: Drawn = LEVERS[name];
        const { scale, least = 0, hint, ...rest } = drawn;
        const value = Number((setting[name] * scale).toFixed(4));
        return lever({ id: `lever-${name}`, ...rest, least, value, hint }, (moved) =>
          move({ [name]: moved / scale }),
        );
      }),
    );
  return [
    set('Income and prices', FIRST),
    set('What is done, and who pays', SECOND),
    set('Where it begins', THIRD),
  ];
}
