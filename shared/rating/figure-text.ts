import type { Unit } from '../catalogue/metric.ts';

const MILLION = 1_000_000;

/** A figure as people write it: `6,161`, `−£43.20m`, `£812,400`, `5.75%`, `−0.13`. */
export function figureText(value: number, unit: Unit): string {
  return signed(value, magnitudeText(value, unit), '');
}

/** A difference without its sign, to stand before "above" or "worse than": `492`, `£14.99m`, `1.17 percentage points`. */
export function gapText(difference: number, unit: Unit): string {
  return unit === 'ratio'
    ? `${decimals(Math.abs(difference) * 100, 2, 2)} percentage points`
    : magnitudeText(difference, unit);
}

/** A difference with its sign: `+492`, `−£14.99m`, `−1.17 percentage points`. */
export function differenceText(difference: number, unit: Unit): string {
  return signed(difference, gapText(difference, unit), '+');
}

/** A fraction as a percentage with one decimal: 0.0868 → `8.7%`, 0.03 → `3.0%`. */
export function percentText(fraction: number): string {
  return signed(fraction, `${decimals(Math.abs(fraction) * 100, 1, 1)}%`, '');
}

/** A bound as people name it, with no more decimals than it has: 0.02 → `2%`, 0.0375 → `3.75%`. */
export function boundText(fraction: number): string {
  return `${decimals(fraction * 100, 0, 2)}%`;
}

/** A probability in whole percent: `62%`; never `0%` or `100%`, which a forecast cannot know. */
export function chanceText(probability: number): string {
  if (probability < 0.01) return 'under 1%';
  return probability > 0.99 ? 'over 99%' : `${decimals(probability * 100, 0, 0)}%`;
}

function magnitudeText(value: number, unit: Unit): string {
  const size = Math.abs(value);
  switch (unit) {
    case 'count':
      // Means over twelve months are small and need a decimal; bounds of thousands of plans do not.
      return decimals(size, 0, size < 100 ? 1 : 0);
    case 'gbp':
      return size >= MILLION ? `£${decimals(size / MILLION, 2, 2)}m` : `£${decimals(size, 0, 0)}`;
    case 'ratio':
      return `${decimals(size * 100, 2, 2)}%`;
    case 'score':
      return decimals(size, 0, 2);
  }
}

/** What rounds to nothing has no sign. */
function signed(value: number, text: string, plus: '' | '+'): string {
  if (!/[1-9]/.test(text)) return text;
  return `${value < 0 ? '−' : plus}${text}`;
}

// Making a formatter takes fifty times as long as using it, and a recompute writes tens of thousands of figures.
const formatters = new Map<string, Intl.NumberFormat>();

function decimals(value: number, least: number, most: number): string {
  const found = formatters.get(`${least}-${most}`);
  if (found !== undefined) return found.format(value);
  const made = new Intl.NumberFormat('en-GB', { minimumFractionDigits: least, maximumFractionDigits: most });
  formatters.set(`${least}-${most}`, made);
  return made.format(value);
}
