import type { Figure } from '../../reading/figure.ts';
import { cut, type Read, read, unreadable } from '../../reading/problem.ts';
import { readSymbol } from '../../reading/symbol.ts';

const NUMBER = /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i;

/**
 * A figure of a national file, or its symbol. A percentage (0–100, as the release says it is) becomes a fraction, and
 * the tail of binary noise that spreadsheets leave (69.099999999999994) is rounded off.
 */
export function readNational(text: string, written: 'number' | 'percent', counted: boolean): Read<Figure> {
  const trimmed = text.trim();
  const status = readSymbol(trimmed);
  if (status !== undefined) return read({ value: null, status });
  if (!NUMBER.test(trimmed)) {
    return unreadable(
      'not-a-number',
      `Cannot read "${cut(trimmed)}" as a figure: the release has plain numbers and symbols such as c, x and z here. Drop the file as it was published.`,
    );
  }
  const value = Number(trimmed);
  if (written === 'percent') {
    if (value < 0 || value > 100) {
      return unreadable(
        'percent-range',
        `Cannot take "${cut(trimmed)}": this release gives a percentage from 0 to 100 here. Drop the file as it was published.`,
      );
    }
    return read({ value: rounded(value / 100) });
  }
  if (counted && value < 0) {
    return unreadable(
      'below-range',
      `Cannot take "${cut(trimmed)}": this is a number of cases and never below 0. Drop the file as it was published.`,
    );
  }
  return read({ value: rounded(value) });
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
