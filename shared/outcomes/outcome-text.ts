import type { Unit } from '../catalogue/metric.ts';
import type { Period } from '../period/period.ts';
import { figureText } from '../rating/figure-text.ts';
import { periodText } from '../rating/period-text.ts';

/** A result as it is published: `59%`, `62.1%`, `6.63%`, `0.031%`, `46.2`, `−0.13`. */
export function outcomeText(value: number, unit: Unit): string {
  return unit === 'ratio' ? `${sign(value)}${points(value * 100)}%` : figureText(value, unit);
}

/** A gap without its sign: `4 percentage points`, `0.5 points`. */
export function gapText(difference: number, unit: Unit): string {
  if (unit === 'ratio') return counted(points(difference * 100), 'percentage point');
  const text = figureText(Math.abs(difference), unit);
  return unit === 'score' ? counted(text, 'point') : text;
}

/** The same in a table, with its sign: `−4 pp`, `+0.5`. */
export function shortGapText(difference: number, unit: Unit): string {
  const size = unit === 'ratio' ? `${points(difference * 100)} pp` : figureText(Math.abs(difference), unit);
  return `${/[1-9]/.test(size) ? (difference < 0 ? '−' : '+') : ''}${size}`;
}

/** A measure with of whom it is, within a sentence: `KS2 RWM, disadvantaged`; of all pupils the measure alone. */
export function measureText(name: string, of: string | null): string {
  if (of === null) return name;
  const inside =
    /^[A-Z][a-z]/.test(of) && !/^English/.test(of) ? `${of.charAt(0).toLowerCase()}${of.slice(1)}` : of;
  return `${name}, ${inside}`;
}

/** A school year as people say it: `2024/25`. */
export function schoolYearText(year: Period): string {
  return periodText(year).replace('academic year ', '');
}

function counted(size: string, word: string): string {
  return `${size} ${word}${size === '1' ? '' : 's'}`;
}

/** Small figures need their digits: 62.1, 6.63, 0.031. */
function points(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 10 ? 1 : size >= 0.1 || size === 0 ? 2 : 3;
  return String(Number(size.toFixed(digits)));
}

function sign(value: number): string {
  return value < 0 ? '−' : '';
}
