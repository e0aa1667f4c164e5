import { describe, expect, test } from 'vitest';
import { dropRequest } from '../../bin/command/drop-arguments.ts';

const flags = { area: 'E06000054', feed: 'send-monthly' };

test('a file is put under area, feed and its own name', () => {
  expect(dropRequest({ ...flags, 'known-at': '2024-11-10' }, ['../out/2025-01.csv', 'a.xlsx'])).toEqual({
    files: [
      { path: '../out/2025-01.csv', key: 'E06000054/send-monthly/2025-01.csv' },
      { path: 'a.xlsx', key: 'E06000054/send-monthly/a.xlsx' },
    ],
    folder: 'E06000054/send-monthly',
    knownAt: '2024-11-10',
    wait: 120_000,
  });
});

test('the shared folder is an area too', () => {
  expect(dropRequest({ ...flags, area: '_shared' }, ['a.csv'])).toMatchObject({
    folder: '_shared/send-monthly',
  });
});

describe('what cannot be understood is named', () => {
  test.each([
    ['no file', flags, [], 'at least one file'],
    ['no area', { feed: 'send-monthly' }, ['a.csv'], '--area'],
    ['no feed', { area: 'E06000054' }, ['a.csv'], '--feed'],
    ['an area with a slash', { ...flags, area: 'E06000054/x' }, ['a.csv'], 'E06000054/x'],
    ['a feed that leaves its folder', { ...flags, feed: '..' }, ['a.csv'], '".."'],
    ['a day that does not exist', { ...flags, 'known-at': '2025-02-30' }, ['a.csv'], '2025-02-30'],
    ['a day in another form', { ...flags, 'known-at': '10/11/2024' }, ['a.csv'], 'YYYY-MM-DD'],
    ['a wait that is no number', { ...flags, wait: 'long' }, ['a.csv'], '--wait'],
    ['two files of one name', flags, ['x/a.csv', 'y/a.csv'], 'replace'],
  ])('%s', (_, given, paths, named) => {
    expect(dropRequest(given, paths)).toEqual([expect.stringContaining(named)]);
  });

  test('all of it at once', () => {
    expect(dropRequest({ 'known-at': 'soon', wait: 'x' }, [])).toHaveLength(5);
  });
});
