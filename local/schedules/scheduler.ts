import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/clock.ts';
import { messageOf } from '../cannot-start.ts';
import type { ScheduleDeclaration } from '../resources/declaration.ts';
import { nextTime } from './expression.ts';

/** Looks at the clock at least this often: a machine that slept notices, and timers cannot wait longer than 24 days. */
const LONGEST_WAIT_MS = 30_000;

export type Scheduler = { stop(): void };

/**
 * Sends each schedule's input when it is due by the product's clock. What was missed while the machine slept or the
 * system was down is not replayed; after a sleep a schedule that became due runs once.
 */
export function startScheduler(
  schedules: readonly ScheduleDeclaration[],
  clock: Clock,
  send: (schedule: ScheduleDeclaration, body: string) => Promise<void>,
  report: (text: string) => void,
): Scheduler {
  const timers = new Map<string, NodeJS.Timeout>();
  for (const schedule of schedules) {
    const next = nextTime(schedule.expression, schedule.timeZone, clock.now());
    wait(schedule, next, next(clock.now()));
  }

  function wait(
    schedule: ScheduleDeclaration,
    next: ReturnType<typeof nextTime>,
    due: Date | undefined,
  ): void {
    if (!due) return;
    const left = due.getTime() - clock.now().getTime();
    const timer = setTimeout(
      () => {
        if (clock.now() < due) return wait(schedule, next, due);
        send(schedule, inputAt(schedule, due)).catch((thrown: unknown) =>
          report(`Cannot start the schedule ${schedule.name}: ${messageOf(thrown)}.`),
        );
        wait(schedule, next, next(clock.now()));
      },
      Math.min(LONGEST_WAIT_MS, Math.max(0, left)),
    );
    timers.set(schedule.name, timer);
  }

  return {
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/** The input with the scheduler's context attributes filled in. */
export function inputAt({ input, arn }: ScheduleDeclaration, due: Date): string {
  return input
    .replaceAll('<aws.scheduler.scheduled-time>', due.toISOString().replace('.000Z', 'Z'))
    .replaceAll('<aws.scheduler.schedule-arn>', arn)
    .replaceAll('<aws.scheduler.execution-id>', () => randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1');
}
