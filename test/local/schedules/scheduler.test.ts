import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ScheduleDeclaration } from '../../../local/resources/declaration.ts';
import { inputAt, type Scheduler, startScheduler } from '../../../local/schedules/scheduler.ts';

const schedule: ScheduleDeclaration = {
  kind: 'schedule',
  name: 'nightly',
  arn: 'arn:aws:scheduler:eu-west-2:000000000000:schedule/default/nightly',
  expression: 'cron(15 2 * * ? *)',
  timeZone: 'Europe/London',
  queueArn: 'arn:aws:sqs:eu-west-2:000000000000:dirty',
  input: '{"area":"*"}',
};

test('the scheduled time stands in the input where it is asked for', () => {
  const due = new Date('2025-01-10T02:15:00Z');
  expect(inputAt({ ...schedule, input: '{"at":"<aws.scheduler.scheduled-time>"}' }, due)).toBe(
    '{"at":"2025-01-10T02:15:00Z"}',
  );
  expect(inputAt(schedule, due)).toBe('{"area":"*"}');
});

describe('by the product’s clock', () => {
  const hour = 3_600_000;
  const clock = { now: () => new Date() };
  let sent: string[];
  let scheduler: Scheduler;
  const report = (text: string) => {
    throw new Error(text);
  };
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2025-01-09T09:00:00Z') });
    sent = [];
    scheduler = startScheduler(
      [schedule],
      clock,
      (_, body) => {
        sent.push(`${clock.now().toISOString().slice(0, 16)} ${body}`);
        return Promise.resolve();
      },
      report,
    );
  });
  afterEach(() => {
    scheduler.stop();
    vi.useRealTimers();
  });

  test('a schedule is sent once each time it is due, and what was due before the start is not', () => {
    vi.advanceTimersByTime(17 * hour);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(hour);
    expect(sent).toEqual(['2025-01-10T02:15 {"area":"*"}']);
    vi.advanceTimersByTime(24 * hour);
    expect(sent).toEqual(['2025-01-10T02:15 {"area":"*"}', '2025-01-11T02:15 {"area":"*"}']);
  });

  test('a machine that slept for three days runs it once, then goes on', () => {
    vi.setSystemTime(new Date('2025-01-12T12:00:00Z'));
    vi.advanceTimersByTime(hour);
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(24 * hour);
    expect(sent.slice(1)).toEqual(['2025-01-13T02:15 {"area":"*"}']);
  });

  test('after a stop nothing is sent', () => {
    scheduler.stop();
    vi.advanceTimersByTime(48 * hour);
    expect(sent).toEqual([]);
  });
});
