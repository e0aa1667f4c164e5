import {
  type DeleteMarkerEntry,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type ObjectVersion,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareKeys } from '../../../local/s3/listing/key-order.ts';
import { type Harness, startHarness } from './harness.ts';

const Bucket = 'drops';

/** What a versioned bucket is, in a few lines: for each key its versions, oldest first; null bodies are markers. */
type Model = Map<string, { id: string; body: string | null }[]>;

type Step =
  | { readonly does: 'put'; readonly key: string; readonly body: string }
  | { readonly does: 'delete'; readonly key: string }
  | { readonly does: 'remove'; readonly key: string; readonly nth: number }
  | { readonly does: 'restart' };

const key = fc.constantFrom('a', 'a/b', 'a/c', 'b', 'é', '🦄', '～');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ does: fc.constant('put' as const), key, body: fc.string({ minLength: 1 }) }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('delete' as const), key }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('remove' as const), key, nth: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('restart' as const) }) },
);

async function take(step: Step, { client, restart }: Harness, model: Model): Promise<void> {
  if (step.does === 'restart') {
    await restart();
    return;
  }
  const one = { Bucket, Key: step.key };
  const versions = model.get(step.key) ?? [];
  if (step.does === 'put') {
    const { VersionId = '' } = await client().send(new PutObjectCommand({ ...one, Body: step.body }));
    model.set(step.key, [...versions, { id: VersionId, body: step.body }]);
  } else if (step.does === 'delete') {
    const { VersionId = '' } = await client().send(new DeleteObjectCommand(one));
    model.set(step.key, [...versions, { id: VersionId, body: null }]);
  } else {
    const doomed = versions[step.nth];
    if (doomed === undefined) return;
    await client().send(new DeleteObjectCommand({ ...one, VersionId: doomed.id }));
    model.set(
      step.key,
      versions.filter((version) => version !== doomed),
    );
  }
}

async function expectSame({ client }: Harness, model: Model, pageSize: number): Promise<void> {
  const keys = [...model.keys()].sort(compareKeys);
  const expected = keys.flatMap((Key) =>
    (model.get(Key) ?? [])
      .toReversed()
      .map(({ id, body }, position) => ({ Key, id, marker: body === null, latest: position === 0 })),
  );
  const versions: typeof expected = [];
  const markers: typeof expected = [];
  let marker: object = {};
  for (let more = true; more; ) {
    const page = await client().send(new ListObjectVersionsCommand({ Bucket, MaxKeys: pageSize, ...marker }));
    const row = (marker: boolean) => (item: ObjectVersion | DeleteMarkerEntry) => ({
      Key: item.Key ?? '',
      id: item.VersionId ?? '',
      marker,
      latest: item.IsLatest ?? false,
    });
    versions.push(...(page.Versions ?? []).map(row(false)));
    markers.push(...(page.DeleteMarkers ?? []).map(row(true)));
    more = page.IsTruncated === true;
    marker = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
  }
  expect(versions).toEqual(expected.filter((row) => !row.marker));
  expect(markers).toEqual(expected.filter((row) => row.marker));

  const current = keys.filter((Key) => typeof model.get(Key)?.at(-1)?.body === 'string');
  const { Contents = [] } = await client().send(new ListObjectsV2Command({ Bucket }));
  expect(Contents.map(({ Key }) => Key)).toEqual(current);
  for (const Key of current) {
    const get = await client().send(new GetObjectCommand({ Bucket, Key }));
    expect(await get.Body?.transformToString()).toBe(model.get(Key)?.at(-1)?.body);
  }
}

describe('any sequence of puts, deletes, removals and restarts', () => {
  test('leaves what a simple model says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 25 }),
        fc.integer({ min: 1, max: 9 }),
        async (steps, pageSize) => {
          const harness = await startHarness();
          const model: Model = new Map();
          for (const one of steps) await take(one, harness, model);
          await expectSame(harness, model, pageSize);
          await harness.restart();
          await expectSame(harness, model, pageSize);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('put at once by many, a key keeps every version, in one order that a restart does not change', async () => {
    const { client, restart } = await startHarness();
    const puts = Array.from({ length: 40 }, (_, n) =>
      client().send(new PutObjectCommand({ Bucket, Key: `k${n % 2}`, Body: `${n}` })),
    );
    const ids = (await Promise.all(puts)).map(({ VersionId }) => VersionId);
    const list = async () => (await client().send(new ListObjectVersionsCommand({ Bucket }))).Versions ?? [];
    const before = await list();
    expect(before.map(({ VersionId }) => VersionId).sort()).toEqual(ids.sort());
    await restart();
    expect(await list()).toEqual(before);
  });
});
