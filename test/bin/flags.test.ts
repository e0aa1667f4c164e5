import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFlags } from '../../bin/command/flags.ts';
import { runCommand } from '../../bin/command/run.ts';
import { recorder } from './fakes.ts';

const names = ['area', 'feed'] as const;
const words = { words: true };

describe('a command line', () => {
  test('is flags with their texts, and words', () => {
    expect(
      parseFlags(['a.csv', '--area', 'E06000054', '--feed=send-monthly', 'b.csv'], names, words),
    ).toEqual({
      kind: 'run',
      flags: { area: 'E06000054', feed: 'send-monthly' },
      rest: ['a.csv', 'b.csv'],
    });
  });

  test('has switches that take no text', () => {
    const switches = { words: false, switches: ['feed'] as const };
    expect(parseFlags(['--feed', '--area', 'x'], names, switches)).toMatchObject({
      flags: { area: 'x', feed: 'yes' },
    });
    expect(parseFlags(['--area', 'x'], names, switches)).toMatchObject({ flags: { area: 'x' } });
    expect(parseFlags(['--feed=no'], names, switches)).toMatchObject({ kind: 'usage' });
  });

  test.each([
    ['an unknown flag', ['--aera', 'x'], '--aera'],
    ['a flag without a value', ['--area'], '--area'],
    ['an empty value', ['--area='], '--area'],
    ['a flag followed by a flag', ['--area', '--feed', 'x'], '--area'],
  ])('with %s is not understood, and named', (_, args, named) => {
    expect(parseFlags(args, names, words)).toMatchObject({
      kind: 'usage',
      problem: expect.stringContaining(named),
    });
  });

  test('with words where there are none is not understood', () => {
    expect(parseFlags(['file.csv'], names, { words: false }).kind).toBe('usage');
  });

  test.each([['--help'], ['-h']])('with %s asks for help', (flag) => {
    expect(parseFlags([flag, '--area', 'x'], names, words)).toEqual({ kind: 'help' });
  });

  test('of any words never throws', () => {
    return fc.assert(
      fc.property(fc.array(fc.string()), (args) => parseFlags(args, names, words).kind !== undefined),
    );
  });

  test('is read back as it was written', () => {
    const texts = fc.record({ area: fc.string({ minLength: 1 }), feed: fc.string({ minLength: 1 }) });
    return fc.assert(
      fc.property(texts, fc.array(fc.string()), (flags, rest) => {
        const args = [`--area=${flags.area}`, `--feed=${flags.feed}`, '--', ...rest];
        expect(parseFlags(args, names, words)).toEqual({ kind: 'run', flags, rest });
      }),
    );
  });
});

describe('running it', () => {
  const never = () => Promise.reject(new Error('must not run'));

  test('help goes to the output and ends well', async () => {
    const { voice, out, err } = recorder();
    expect(await runCommand({ kind: 'help' }, 'Usage: x', voice, never)).toBe(0);
    expect([out, err]).toEqual([['Usage: x'], []]);
  });

  test('a wrong use goes to the errors, with the usage, and ends with 2', async () => {
    const { voice, out, err } = recorder();
    expect(await runCommand({ kind: 'usage', problem: 'Cannot.' }, 'Usage: x', voice, never)).toBe(2);
    expect([out, err]).toEqual([[], ['Cannot.\n\nUsage: x']]);
  });
});
