import type { Unit } from '../catalogue/metric.ts';
import { formulaFault, smuggledFault, spreadsheetErrorFault } from './formula.ts';
import { readNumber, type WrittenNumber } from './number-text.ts';
import { cut, type Read, read, unreadable } from './problem.ts';
import { readSymbol } from './symbol.ts';

/** What a figure may be: its unit, whether it must be whole, and its least value. */
export type FigureRule = { readonly unit: Unit; readonly whole: boolean; readonly min?: number };

/** A figure in its unit, or the written reason why there is none. */
export type Figure = { readonly value: number | null; readonly status?: string };

/** Reads a cell that is not empty as a figure of that unit: fractions for ratios, pounds for money. */
export function readFigure(text: string, rule: FigureRule): Read<Figure> {
  const smuggled = smuggledFault(text);
  if (smuggled !== undefined) return { ok: false, fault: smuggled };
  const status = readSymbol(text);
  if (status !== undefined) return read({ value: null, status });
  const number = readNumber(text);
  if (!number.ok) {
    // `-1,23` is a number gone wrong; `=1,23` is none.
    const formula = number.fault.code === 'not-a-number' || /^\s*[=@]/.test(text);
    const other = spreadsheetErrorFault(text) ?? (formula ? formulaFault(text) : undefined);
    return other === undefined ? number : { ok: false, fault: other };
  }
  return (
    unitFault(text, number.value, rule) ??
    rangeFault(text, number.value.value, rule) ??
    read({ value: number.value.value })
  );
}

function unitFault(text: string, number: WrittenNumber, rule: FigureRule): Read<never> | undefined {
  const cannot = `Cannot take "${cut(text.trim())}" here`;
  switch (rule.unit) {
    case 'count':
      if (number.percent)
        return unreadable(
          'percent-in-count',
          `${cannot}: this is a number of cases, not a share. Write the number, such as 359.`,
        );
      if (number.money)
        return unreadable(
          'money-in-count',
          `${cannot}: this is a number of cases, not money. Write the number, such as 359.`,
        );
      if (rule.whole && !Number.isInteger(number.value))
        return unreadable(
          'not-whole',
          `${cannot}: this is a number of cases and must be whole. If the point stands between thousands, write 1234 or 1,234.`,
        );
      return undefined;
    case 'ratio':
      if (number.money || number.scaled)
        return unreadable('not-a-share', `${cannot}: this is a share. Write 5.87% or 0.0587.`);
      if (!number.percent && number.value > 1)
        return unreadable(
          'ratio-above-one',
          `${cannot}: this is a share, and it is not clear whether it is in per cent. Write 5.87% or 0.0587.`,
        );
      return undefined;
    case 'gbp':
      return number.percent
        ? unreadable(
            'percent-in-money',
            `${cannot}: this is money. Write pounds, such as 43200000 or £43.2m.`,
          )
        : undefined;
    case 'score':
      return number.percent || number.money
        ? unreadable('not-a-score', `${cannot}: this is a score. Write a plain number, such as 46.3.`)
        : undefined;
  }
}

function rangeFault(text: string, value: number, rule: FigureRule): Read<never> | undefined {
  const min = rule.unit === 'ratio' ? Math.max(rule.min ?? 0, 0) : rule.min;
  if (min !== undefined && value < min) {
    return unreadable(
      'below-range',
      `Cannot take "${cut(text.trim())}": this figure is never below ${min}. Check the sign and the column.`,
    );
  }
  if (rule.unit === 'ratio' && value > 1) {
    return unreadable(
      'above-range',
      `Cannot take "${cut(text.trim())}": a share is never above 100%. Check the figure and the column.`,
    );
  }
  return undefined;
}
