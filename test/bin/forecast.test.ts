import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const COMMAND = fileURLToPath(new URL('../../bin/forecast.ts', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bellwether-forecast-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('npm run forecast', () => {
  test('writes every series in its order, with the reason where there is no forecast, and ends with 0', () => {
    const monthly = Array.from({ length: 40 }, (_, t) => {
      const year = 2020 + Math.floor(t / 12);
      return `long,${year}-${String((t % 12) + 1).padStart(2, '0')},${100 + t + 10 * Math.sin(t)}`;
    });
    const rows = ['bad,2024-99,1', 'few,2024-01,1', ...monthly];
    const input = file('series.csv', `series,period,value\n${rows.join('\n')}\n`);
    const { status, out, err } = run('--input', input, '--horizon', '6');
    expect(status).toBe(0);
    const [header, bad, few, ...long] = out.trimEnd().split('\n');
    expect(header).toBe('series,period,value,lower80,upper80,lower95,upper95,method');
    expect(bad).toMatch(/^bad,,,,,,,.*2024-99.*line 2/);
    expect(few).toMatch(/^few,,,,,,,"Not enough to forecast: 1 monthly figure, at least 3 are needed\."$/);
    expect(long.map((line) => line.split(',')[1])).toEqual([
      '2023-05',
      '2023-06',
      '2023-07',
      '2023-08',
      '2023-09',
      '2023-10',
    ]);
    for (const line of long) {
      const [value, lower80, upper80, lower95, upper95] = line.split(',').slice(2, 7).map(Number);
      const ordered = [lower95, lower80, value, upper80, upper95];
      expect([...ordered].sort((a = 0, b = 0) => a - b)).toEqual(ordered);
    }
    expect(err).toContain('3 of 3 series forecast');
  });

  test('explains itself with --help', () => {
    const { status, out } = run('--help');
    expect(status).toBe(0);
    expect(out).toContain('--horizon N');
  });

  test.each([
    { args: [], says: 'no --input FILE was given' },
    { args: ['--input', 'x.csv', '--horizon', '0'], says: '--horizon is a whole number from 1 to 120' },
    { args: ['--input', 'x.csv', '--horizon', 'soon'], says: 'Cannot forecast "soon" months' },
    { args: ['--what'], says: "Unknown option '--what'" },
  ])('ends with 2 for $args', ({ args, says }) => {
    const { status, out, err } = run(...args);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(says);
    expect(err).toContain('Usage:');
  });

  test('ends with 1 for a file that is not there or not a file of series', () => {
    expect(run('--input', join(folder, 'none.csv'))).toMatchObject({ status: 1, out: '' });
    const { status, out, err } = run('--input', file('other.csv', 'a,b\n1,2\n'));
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('needed are series, period and value');
    const bare = run('--input', file('bare.csv', 'series,period,value\n'));
    expect(bare).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringContaining('no row below the header'),
    });
    expect(run('--input', file('nothing.csv', ''))).toMatchObject({ status: 1, out: '' });
  });

  test('reads standard input, and files as Excel saves them', () => {
    const rows = 'series;period;value\r\ncafé;2024-01;1\r\ncafé;2024-02;2\r\ncafé;2024-03;3\r\n';
    const utf16 = Buffer.from(`\uFEFF${rows.replaceAll(';', '\t')}`, 'utf16le');
    for (const input of [Buffer.from(rows, 'utf8'), Buffer.from(rows, 'latin1'), utf16]) {
      const { status, stdout } = spawnSync(process.execPath, [COMMAND, '--input', '-', '--horizon', '1'], {
        input,
        encoding: 'utf8',
      });
      expect(status).toBe(0);
      expect(stdout.split('\n')[1]).toMatch(/^café,2024-04,\d/);
    }
  });
});
