import { describe, expect, test } from 'vitest';
import { feedById } from '../../shared/catalogue/feeds/feeds.ts';
import { mappingAt, mappingProblems } from '../../shared/settings/mapping.ts';
import type { Setting } from '../../shared/settings/setting.ts';

const feed = feedById('send-monthly');
if (!feed) throw new Error('There is no send-monthly');
const fieldsOf = (columns: Record<string, string>) =>
  mappingProblems(columns, feed).map(({ field }) => field.replace('columns.', ''));

describe('a mapping', () => {
  test('of own headings to columns of the feed is taken', () => {
    expect(fieldsOf({ 'Children with a plan': 'ehcp_active', 'Anträge (neu)': 'ehcna_requests' })).toEqual(
      [],
    );
  });

  test('names every heading that is wrong, not the first', () => {
    const columns = {
      'Children with a plan': 'ehcp_activ',
      'Open plans': 'ehcp_active',
      'Plans open': 'ehcp_active',
      'OPEN-PLANS': 'new_plans',
      '—': 'new_plans',
    };
    expect(fieldsOf(columns)).toEqual(['Children with a plan', 'Plans open', 'OPEN-PLANS', '—']);
    expect(mappingProblems(columns, feed)[0]?.message).toContain('Is ehcp_active meant?');
  });
});

describe('a file is read by the mapping in force when it was put', () => {
  const version = (number: number, at: string): Setting => ({
    ...{ area: 'E06000054', kind: 'mapping', id: 'send-monthly', version: number, by: 'analyst', at },
    body: { columns: { [`Heading ${number}`]: 'ehcp_active' } },
  });
  const settings = [version(2, '2025-01-10T09:00:00.000Z'), version(1, '2025-01-09T09:00:00.000Z')];

  test.each([
    ['2025-01-09T08:59:59.000Z', undefined],
    ['2025-01-09T09:00:00.000Z', 1],
    ['2025-01-10T08:00:00.000Z', 1],
    ['2025-01-11T08:00:00.000Z', 2],
  ])('put at %s', (instant, expected) => {
    expect(mappingAt(settings, 'send-monthly', instant)?.version).toBe(expected);
  });

  test('of its own feed', () => {
    expect(mappingAt(settings, 'trajectory', '2025-02-01T00:00:00.000Z')).toBeUndefined();
  });
});
