import { describe, expect, test } from 'vitest';
import { readRatingWord } from '../../shared/reading/rating-word.ts';

describe('a rating', () => {
  test.each([
    ['Amber / Green - Off Track', 'amber-green'],
    ['Amber/Red', 'amber-red'],
    ['amber-red', 'amber-red'],
    ['AR', 'amber-red'],
    ['A/G', 'amber-green'],
    ['G', 'green'],
    ['RAG: Red', 'red'],
    ['RAG rating - Amber', 'amber'],
    ['Green - On Track', 'green'],
    ['On track', 'green'],
    ['Blue (completed)', 'blue'],
    ['Amber: off target, with plans to mitigate', 'amber'],
    ['Red – off target', 'red'],
    ['Gray', 'grey'],
    ['Not started', 'grey'],
    ['Black - Cancelled', 'black'],
  ])('is read from %s as %s', (text, rating) => {
    expect(readRatingWord(text)).toEqual({ ok: true, value: rating });
  });

  test.each([
    ['a colour of neither scale', 'Purple'],
    ['a colour and a phrase that contradict each other', 'Green - Off Track'],
    ['a phrase that two ratings share', 'Off target'],
    ['two ratings', 'Green Red'],
    ['nothing but punctuation', '?'],
  ])('is refused, with the list, for %s', (_name, text) => {
    const result = readRatingWord(text);
    expect(result).toMatchObject({ ok: false, fault: { code: 'unknown-rating' } });
    if (!result.ok) expect(result.fault.message).toContain('blue, green, amber-green, amber, amber-red, red');
  });
});
