import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings, parseSettings, type SettingTexts } from '../../lib/settings.ts';
import { areas } from '../../shared/catalogue/areas.ts';

const problemsOf = (texts: SettingTexts) => {
  const outcome = parseSettings(texts);
  return outcome.ok ? [] : outcome.problems;
};

test('without any setting Wiltshire is served and every token is refused', () => {
  expect(parseSettings({})).toEqual({ ok: true, settings: { areas: defaultSettings.areas } });
});

test('areas are comma separated; spaces, gaps and repetitions do no harm', () => {
  expect(parseSettings({ areas: ' E06000054, E06000055,,E06000054 ' })).toEqual({
    ok: true,
    settings: { areas: ['E06000054', 'E06000055'] },
  });
});

const code = fc.constantFrom(...areas.map((area) => area.code));

test('any list of council codes is read back as it was written', () =>
  fc.assert(
    fc.property(fc.uniqueArray(code, { minLength: 1, maxLength: 20 }), (codes) => {
      expect(parseSettings({ areas: codes.join(',') })).toEqual({ ok: true, settings: { areas: codes } });
    }),
  ));

const anyTexts = fc.record(
  {
    stage: fc.string(),
    region: fc.string(),
    areas: fc.string(),
    tokenKeysUrl: fc.string(),
    dashboardUrl: fc.string(),
  },
  { requiredKeys: [] },
);

test('no text of any setting throws', () =>
  fc.assert(fc.property(anyTexts, (texts) => typeof parseSettings(texts).ok === 'boolean')));

describe('a setting that cannot be used says what is there and what is needed', () => {
  test.each([
    [{ stage: 'Live!' }, 'Live!', 'lower-case letters'],
    [{ region: 'London' }, 'London', 'eu-west-2'],
    [{ areas: 'Wiltshire' }, 'Wiltshire', 'E06000054'],
    [{ areas: ' , ' }, 'empty', 'at least one'],
    [{ dashboardUrl: 'bellwether.example' }, 'bellwether.example', 'http'],
    [{ tokenIssuer: 'https://login.example' }, 'tokenAudience', 'all three'],
  ] satisfies [SettingTexts, string, string][])('%j', (texts, there, needed) => {
    expect(problemsOf(texts)).toEqual([expect.stringContaining(there)]);
    expect(problemsOf(texts)).toEqual([expect.stringContaining(needed)]);
  });
});

test('every problem is told at once', () => {
  expect(problemsOf({ stage: 'A B', areas: 'x,y', tokenIssuer: 'https://login.example' })).toHaveLength(4);
});

test('a dashboard address loses its trailing slash, so that links never hold two', () => {
  expect(parseSettings({ dashboardUrl: 'https://bellwether.example/' })).toMatchObject({
    settings: { dashboardUrl: 'https://bellwether.example' },
  });
});
