import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance } from '../../shared/alerting/advance.ts';
import { MESSAGES_PART } from '../../shared/recompute/part-names.ts';
import type { RunHead } from '../../shared/recompute/run.ts';
import {
  type Delivered,
  type DeliveryPorts,
  deliverArea,
  type Posted,
} from '../../shared/webhook/deliver-area.ts';
import { condition } from '../alerting/conditions.ts';

const area = 'E06000054';
const MADE = '2025-01-09T09:00:00.000Z';

/** Runs with so many messages each, a receiver that answers as told, and marks in memory. */
function world(counts: readonly number[], answers: readonly Posted[] = [], now = '2025-01-09T09:30:00.000Z') {
  const heads = counts.map((_, at): RunHead => {
    const previous = at === 0 ? null : `run-${at - 1}`;
    return { runId: `run-${at}`, previous, sequence: at + 1, inputDigest: '', madeAt: MADE };
  });
  const received: string[] = [];
  const refused: string[] = [];
  let mark: Delivered | undefined;
  let taken = false;
  let asked = 0;
  const ports: DeliveryPorts = {
    runs: {
      current: () => Promise.resolve(heads.at(-1)),
      head: (_, runId) => Promise.resolve(heads.find((head) => head.runId === runId)),
      part: (_, runId, name) => {
        const index = heads.findIndex((head) => head.runId === runId);
        const conditions = Array.from({ length: counts[index] ?? 0 }, (__, at) =>
          condition({ dedupKey: `${runId}.${at}` }),
        );
        return Promise.resolve(
          name === MESSAGES_PART ? advance([], conditions, new Date(MADE)).messages : undefined,
        );
      },
    },
    deliveries: {
      delivered: () => Promise.resolve(mark),
      mark: (_, delivered) => {
        mark = delivered;
        return Promise.resolve();
      },
      take: () => {
        const free = !taken;
        taken = true;
        return Promise.resolve(free);
      },
      release: () => {
        taken = false;
        return Promise.resolve();
      },
    },
    target: { url: 'https://x.example', kind: 'generic', signingKey: null, routingKey: null },
    post: ({ id }) => {
      const answer = answers[asked] ?? 'taken';
      asked += 1;
      if (answer === 'taken') received.push(id);
      return Promise.resolve(answer);
    },
    clock: { now: () => new Date(now) },
    real: { now: () => new Date(now) },
    refused: (id) => void refused.push(id),
  };
  return { ports, received, refused };
}

const all = (counts: readonly number[]) =>
  counts.flatMap((count, run) => Array.from({ length: count }, (_, at) => `run-${run}.${at}.1`));

test('whatever the receiver answers, nothing is lost, nothing comes twice, and all comes in order (law)', async () => {
  const answer = fc.constantFrom<Posted>('taken', 'not now');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }),
      fc.array(answer, { maxLength: 30 }),
      async (counts, answers) => {
        const { ports, received } = world(counts, answers);
        for (let tries = 0; tries < 40; tries += 1) await deliverArea(area, ports).catch(() => undefined);
        expect(received).toEqual(all(counts));
      },
    ),
  );
});

test('what the receiver will never take is left out and said, and the rest comes', async () => {
  const { ports, received, refused } = world([3], ['taken', 'refused']);
  expect(await deliverArea(area, ports)).toBe(2);
  expect(received).toEqual(['run-0.0.1', 'run-0.2.1']);
  expect(refused).toEqual(['run-0.1.1']);
});

test('only one posts at a time: the other comes again', async () => {
  const { ports, received } = world([2]);
  const both = await Promise.allSettled([deliverArea(area, ports), deliverArea(area, ports)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(received).toEqual(all([2]));
});

test('what was told long before there was a webhook is not told anew', async () => {
  const { ports, received } = world([3], [], '2025-03-01T09:00:00.000Z');
  expect(await deliverArea(area, ports)).toBe(0);
  expect(received).toEqual([]);
});
