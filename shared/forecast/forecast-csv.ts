import type { Forecast, NotEnough } from './answer.ts';

export const HEADER = 'series,period,value,lower80,upper80,lower95,upper95,method';

/** The answer for one series as CSV lines, one a month; one line with the reason and no values where there is none. */
export function forecastLines(
  series: string,
  answer: Forecast | NotEnough | { readonly kind: 'bad'; readonly reason: string },
): string {
  if (answer.kind !== 'forecast') return `${quoted(series)},,,,,,,${quoted(answer.reason)}\n`;
  const { method, points } = answer;
  return points
    .map((p) => {
      const numbers = [p.value, p.lower80, p.upper80, p.lower95, p.upper95].map(written);
      return `${quoted(series)},${p.period},${numbers.join(',')},${quoted(method)}\n`;
    })
    .join('');
}

/** Nine significant digits: more than any figure has. */
function written(value: number): string {
  return String(Number(value.toPrecision(9)));
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
