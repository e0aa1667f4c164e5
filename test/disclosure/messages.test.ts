import { describe, expect, test } from 'vitest';
import { advance } from '../../shared/alerting/advance.ts';
import type { AlertMessage, AlertState } from '../../shared/alerting/alert.ts';
import { metricById, metrics } from '../../shared/catalogue/metrics.ts';
import { disclosurePattern } from '../../shared/disclosure/pattern.ts';
import { nothingWithheld } from '../../shared/disclosure/pattern-schema.ts';
import type { Veil } from '../../shared/disclosure/veil.ts';
import { veilOf } from '../../shared/disclosure/veil.ts';
import { protectedMessage } from '../../shared/recompute/protected/protected-message.ts';
import { recompute } from '../../shared/recompute/recompute.ts';
import { condition } from '../alerting/conditions.ts';
import { filed, planned, SMALL_COUNCIL, smallCouncil } from './small-council.ts';

const now = new Date('2024-03-12T12:00:00.000Z');

test('no figure that is withheld from readers leaves in a message, and those who were told before are told', () => {
  const files = filed(smallCouncil(26));
  const plans = planned({ 'ehcp.new-plans': 3, 'ehcp.ceased': 9, 'ehcp.active': 200 });
  const known = { drops: [...files.drops, ...plans.drops], blocks: [...files.blocks, ...plans.blocks] };
  const pattern = disclosurePattern(known, metrics, now, nothingWithheld);
  const about = { area: SMALL_COUNCIL, known, catalogue: metrics, now, dashboardUrl: '' };
  const earlier = { alerts: [], forecasts: {} };
  const whole = recompute({ ...about, earlier });
  const { messages } = recompute({ ...about, earlier, pattern });
  const veil = veilOf(pattern.withheld, metrics);
  const told = ({ metric, period }: AlertMessage) =>
    metric === null || period === null ? 'whole' : veil.figure(metric, {}, period);
  expect(messages.map(({ id }) => id)).toEqual(whole.messages.map(({ id }) => id));
  const masked = messages.filter((message) => told(message) !== 'whole');
  expect(masked.length).toBeGreaterThan(0);
  for (const message of masked) {
    expect([message.value, message.bound]).toEqual([null, null]);
    for (const { value, text } of message.reasons) {
      expect(value).toBeNull();
      expect(text).toContain('fewer than ten');
    }
    const before = whole.messages.find(({ id }) => id === message.id);
    expect(message.title).not.toBe(before?.title);
  }
});

const definition = metricById('ehcp.tribunal-appeals');
if (!definition) throw new Error('appeals are a metric');
const subject = { definition, dimensions: {}, rule: 'plan', forecastWithheld: true, breaks: true } as const;
const hidesRatings: Veil = {
  figure: () => 'withheld',
  ratingsWithheld: () => true,
  touches: () => true,
};

describe('where the rating itself would tell', () => {
  /** What leaves of a run that finds this, after what was there before. */
  const runs = (before: readonly AlertState[], given: Parameters<typeof condition>[0]) => {
    const metric = 'ehcp.tribunal-appeals';
    const made = advance(before, [condition({ metric, ...given })], now);
    const sent = made.messages.flatMap((message) => {
      const alert = made.alerts.find(({ dedupKey }) => dedupKey === message.dedupKey);
      if (!alert) throw new Error('A message is about an alert');
      return protectedMessage(message, alert, subject, hidesRatings) ?? [];
    });
    return { alerts: made.alerts, sent };
  };

  test('people hear that there is an alert, not how bad, and critical and warning read alike', () => {
    const [critical] = runs([], { severity: 'critical', rating: 'red' }).sent;
    const [warning] = runs([], { severity: 'warning', rating: 'amber' }).sent;
    expect(critical).toEqual(warning);
    expect(critical).toMatchObject({ rating: null, previousRating: null, value: null, since: null });
    expect(JSON.stringify(critical)).not.toMatch(/red|amber|critical/);
  });

  test('that it gets worse is told to nobody, that it is over to those who heard of it', () => {
    const begun = runs([], { severity: 'warning', rating: 'amber' });
    const worse = runs(begun.alerts, { severity: 'critical', rating: 'red' });
    expect([begun.sent.length, worse.sent.length]).toEqual([1, 0]);
    const over = runs(worse.alerts, { state: 'clear', rating: 'green' });
    expect(over.sent.map(({ action }) => action)).toEqual(['resolve']);
    expect(over.sent[0]?.title).toMatch(/^Resolved: /);
  });
});
