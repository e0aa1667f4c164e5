import { describe, expect, test } from 'vitest';
import { progressOn } from '../../bin/command/progress.ts';

function screen(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, write: (text: string) => written.push(text), written };
}

describe('on a terminal', () => {
  test('one line is overwritten and taken away at the end', () => {
    const terminal = screen(true);
    const progress = progressOn(terminal);
    progress.show('waiting', '1 s');
    progress.show('waiting', '2 s');
    progress.clear();
    const text = terminal.written.join('');
    expect(text).not.toContain('\n');
    expect(text.endsWith('\r\u001b[2K')).toBe(true);
    expect(text).toContain('waiting (2 s)');
  });
});

describe('in a log', () => {
  test('each step is one plain line, however often it is shown', () => {
    const log = screen(false);
    const progress = progressOn(log);
    for (const seconds of [1, 2, 3]) progress.show('waiting', `${seconds} s`);
    progress.show('reading');
    progress.clear();
    expect(log.written).toEqual(['waiting\n', 'reading\n']);
  });
});
