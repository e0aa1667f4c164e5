import { describe, expect, test } from 'vitest';
import { nearestName, plainHeading } from '../../shared/reading/heading.ts';

describe('headings', () => {
  test.each([
    ['No. placed in INMSS', 'noplacedininmss'],
    [' EHCP_Active ', 'ehcpactive'],
    ['Écoles (total)', 'ecolestotal'],
    ['INMSS %', 'inmsspercent'],
    ['__proto__', 'proto'],
  ])('%j without case, spacing and punctuation is %s', (text, plain) => {
    expect(plainHeading(text)).toBe(plain);
  });

  test.each([
    ['tribunal_apeals', 'tribunal_appeals'],
    ['dsg.cumulative', 'dsg.cumulative-balance'],
    ['ehcp_activ', 'ehcp_active'],
  ])('%j is likely meant as %s', (text, meant) => {
    expect(nearestName(text, ['month', 'ehcp_active', 'tribunal_appeals', 'dsg.cumulative-balance'])).toBe(
      meant,
    );
  });

  test('what resembles nothing is not guessed', () => {
    expect(nearestName('weather', ['month', 'ehcp_active'])).toBeUndefined();
    expect(nearestName('x'.repeat(100_000), ['month', 'ehcp_active'])).toBeUndefined();
    expect(nearestName('', ['month'])).toBeUndefined();
  });
});
