import { beforeAll, describe, expect, test } from 'vitest';
import { knownInstants } from '../../shared/recompute/figure-changes.ts';
import type { Known } from '../../shared/recompute/figures.ts';
import { type RegisterChange, registerChanges } from '../../shared/recompute/register-changes.ts';
import { memoryIngest } from '../ingest/in-memory.ts';
import { sampleCouncil } from './sample-council.ts';

let known: Known;
let instants: readonly string[];

beforeAll(async () => {
  known = await sampleCouncil();
  instants = knownInstants(known, new Date('2025-01-09T10:00:00.000Z'));
});

const idOf = ({ register, entry, update }: RegisterChange) => JSON.stringify([register, entry, update]);

describe('the registers of the sample council', () => {
  test('from nothing to now, each change goes on from the one before (law)', () => {
    const last = new Map<string, RegisterChange['after']>();
    for (const change of registerChanges(known, instants, undefined).toReversed()) {
      expect(change.before).toEqual(last.get(idOf(change)) ?? null);
      last.set(idOf(change), change.after);
    }
    const registers = new Set(registerChanges(known, instants, undefined).map(({ register }) => register));
    expect([...registers]).toEqual(expect.arrayContaining(['conditions', 'programme', 'risks']));
  });

  test('a span cut in two gives the changes of the whole (law)', () => {
    const whole = registerChanges(known, instants, undefined);
    for (let cut = 1; cut < instants.length; cut += 4) {
      const early = registerChanges(known, instants.slice(0, cut), undefined);
      const late = registerChanges(known, instants.slice(cut), instants[cut - 1]);
      expect([...late, ...early]).toEqual(whole);
    }
  });
});

test('a rating said otherwise later is a restatement that names its column', async () => {
  const ingest = memoryIngest();
  const header = 'condition,text,update,rating,commentary\n';
  const take = (name: string, rows: string, day: string) =>
    ingest.take(
      `E06000054/conditions/${name}.csv`,
      { text: `${header}${rows}\n` },
      { putTime: `${day}T09:00:00.000Z` },
    );
  await take('a', '3.1,Reduce plans,2024-08,Green,\n3.2,Fewer placements,2024-08,,', '2024-09-10');
  await take('b', '3.1,Reduce plans,2024-08,Amber,', '2024-10-10');
  const days = ['2024-09-10T09:00:00.000Z', '2024-10-10T09:00:00.000Z'];
  const changes = registerChanges(ingest, days, undefined);
  expect(changes.map(({ kind, entry, changed }) => [kind, entry['condition'], changed])).toEqual([
    ['restated', '3.1', ['rating']],
    ['new', '3.1', ['text', 'rating']],
    ['new', '3.2', ['text']],
  ]);
  expect(changes[0]).toMatchObject({ before: { rating: 'green' }, after: { rating: 'amber' } });
});
