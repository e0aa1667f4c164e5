import { describe, expect, test } from 'vitest';
import { forecastFile } from '../../bin/command/forecast-command.ts';

const COUNT = 2000;
const HORIZON = 3;

/** Every third series is short, bad, or withheld but for two months. */
function rowsOf(series: number): readonly string[] {
  const values = series % 9 === 0 ? ['1'] : series % 9 === 3 ? ['1', 'many', '2'] : ['c', '4', 'c', '5'];
  const figures = series % 3 === 0 ? values : ['10', '12', '', '11', '13'];
  return figures.map((value, at) => `s${series},2024-0${at + 1},${value}`);
}

describe('a file of 2,000 series', () => {
  test('is written series by series as each is done, in order, the bad ones as a row with the reason', async () => {
    const rows = Array.from({ length: COUNT }, (_, series) => rowsOf(series)).flat();
    const written: string[] = [];
    const shown: string[] = [];
    const code = await forecastFile(Buffer.from(`series,period,value\n${rows.join('\n')}\n`), HORIZON, {
      write: (text) => {
        written.push(text);
        return Promise.resolve();
      },
      progress: { show: (text) => shown.push(text), clear: () => undefined },
      err: (line) => shown.push(line),
    });
    expect(code).toBe(0);
    const [header, ...parts] = written;
    expect(header?.startsWith('series,period,value,')).toBe(true);
    expect(parts).toHaveLength(COUNT);
    for (const [series, part] of parts.entries()) {
      const lines = part.trimEnd().split('\n');
      expect(lines.every((line) => line.startsWith(`s${series},`))).toBe(true);
      if (series % 3 !== 0) {
        expect(lines).toHaveLength(HORIZON);
        continue;
      }
      expect(lines).toHaveLength(1);
      // Seven empty cells between the name and the reason.
      expect(part).toMatch(/^s\d+,,,,,,,"(Not enough to forecast: |Cannot read the value ""many"")/);
    }
    expect(shown.at(-1)).toBe(`${COUNT} of ${COUNT} series forecast`);
  });
});
