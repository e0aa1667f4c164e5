import {
  DeleteObjectCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { codeOf, raw, startHarness } from './harness.ts';

const Bucket = 'drops';

async function putAll(client: S3Client, keys: readonly string[]): Promise<void> {
  for (const Key of keys) await client.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
}

describe('ListObjectsV2', () => {
  const keys = ['a.csv', 'b/1.csv', 'b/2.csv', 'b/c/3.csv', 'd.csv', 'e/4.csv'];

  test('prefix and delimiter fold keys into folders', async () => {
    const { client } = await startHarness();
    await putAll(client(), keys);
    const list = (more: object) => client().send(new ListObjectsV2Command({ Bucket, ...more }));
    const top = await list({ Delimiter: '/' });
    expect(top.Contents?.map(({ Key }) => Key)).toEqual(['a.csv', 'd.csv']);
    expect(top.CommonPrefixes).toEqual([{ Prefix: 'b/' }, { Prefix: 'e/' }]);
    expect(top.KeyCount).toBe(4);
    const inside = await list({ Delimiter: '/', Prefix: 'b/' });
    expect(inside.Contents?.map(({ Key }) => Key)).toEqual(['b/1.csv', 'b/2.csv']);
    expect(inside.CommonPrefixes).toEqual([{ Prefix: 'b/c/' }]);
    const after = await list({ StartAfter: 'b/2.csv' });
    expect(after.Contents?.map(({ Key }) => Key)).toEqual(['b/c/3.csv', 'd.csv', 'e/4.csv']);
  });

  test.each([1, 2, 3, 5, 1000])('pages of %i give each key and folder once, in order', async (MaxKeys) => {
    const { client } = await startHarness();
    await putAll(client(), keys);
    for (const Delimiter of ['/', undefined]) {
      const seen: string[] = [];
      for await (const page of paginateListObjectsV2({ client: client() }, { Bucket, Delimiter, MaxKeys })) {
        expect(page.KeyCount).toBeLessThanOrEqual(MaxKeys);
        seen.push(...(page.Contents ?? []).map(({ Key = '' }) => Key));
        seen.push(...(page.CommonPrefixes ?? []).map(({ Prefix = '' }) => Prefix));
      }
      expect(seen.sort()).toEqual(Delimiter === '/' ? ['a.csv', 'b/', 'd.csv', 'e/'] : keys);
    }
  });

  test('a page goes on although its last key was deleted meanwhile', async () => {
    const { client } = await startHarness();
    await putAll(client(), keys);
    const first = await client().send(new ListObjectsV2Command({ Bucket, MaxKeys: 2 }));
    await client().send(new DeleteObjectCommand({ Bucket, Key: 'b/1.csv' }));
    const second = await client().send(
      new ListObjectsV2Command({ Bucket, ContinuationToken: first.NextContinuationToken }),
    );
    expect(second.Contents?.map(({ Key }) => Key)).toEqual(keys.slice(2));
  });

  test('keys come in the order of their UTF-8 bytes', async () => {
    const { client } = await startHarness();
    // As UTF-16 the unicorn would come before U+FF5E.
    const ordered = ['A', 'Z', 'a', 'é', '日', '～', '🦄'];
    await putAll(client(), [...ordered].reverse());
    const { Contents } = await client().send(new ListObjectsV2Command({ Bucket }));
    expect(Contents?.map(({ Key }) => Key)).toEqual(ordered);
  });

  test('a wrong number, token or encoding is refused', async () => {
    const { server } = await startHarness();
    for (const query of ['max-keys=x', 'max-keys=-1', 'continuation-token=zz', 'encoding-type=base64']) {
      expect(codeOf(await raw(server().url, `/drops?list-type=2&${query}`))).toBe('InvalidArgument');
    }
    const none = await raw(server().url, '/drops?list-type=2&max-keys=0');
    expect(none.text).toContain('<IsTruncated>false</IsTruncated>');
  });
});

describe('ListObjects', () => {
  test('pages go on by marker, with and without folders', async () => {
    const { client } = await startHarness();
    await putAll(client(), ['a', 'b/1', 'b/2', 'c']);
    const list = (more: object) => client().send(new ListObjectsCommand({ Bucket, ...more }));
    const first = await list({ MaxKeys: 2 });
    expect(first).toMatchObject({ IsTruncated: true, Contents: [{ Key: 'a' }, { Key: 'b/1' }] });
    expect(first.NextMarker).toBeUndefined();
    const folded = await list({ MaxKeys: 2, Delimiter: '/' });
    expect(folded).toMatchObject({ NextMarker: 'b/', CommonPrefixes: [{ Prefix: 'b/' }] });
    const rest = await list({ Delimiter: '/', Marker: folded.NextMarker });
    expect(rest).toMatchObject({ IsTruncated: false, Contents: [{ Key: 'c' }] });
    expect(rest.CommonPrefixes).toBeUndefined();
  });
});

describe('ListObjectVersions', () => {
  test('the newest of a key comes first, also within a millisecond, and again after a restart', async () => {
    const frozen = new Date('2025-01-09T09:00:00.123Z');
    const { client, restart } = await startHarness({ clock: { now: () => frozen } });
    const ids: (string | undefined)[] = [];
    for (let n = 0; n < 20; n += 1) {
      ids.unshift((await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: `${n}` }))).VersionId);
    }
    const list = async () => (await client().send(new ListObjectVersionsCommand({ Bucket }))).Versions ?? [];
    const before = await list();
    expect(before.map(({ VersionId }) => VersionId)).toEqual(ids);
    expect(before.map(({ IsLatest }) => IsLatest)).toEqual([true, ...Array(19).fill(false)]);
    expect(before[0]?.LastModified).toEqual(frozen);
    await restart({ clock: { now: () => new Date('2025-02-01T00:00:00Z') } });
    expect(await list()).toEqual(before);
  });

  test('put times of a key never run backwards, though the clock does', async () => {
    let now = new Date('2025-01-09T09:00:00Z');
    const { client } = await startHarness({ clock: { now: () => now } });
    await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'first' }));
    now = new Date('2025-01-09T08:00:00Z');
    await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'second' }));
    const { Versions = [] } = await client().send(new ListObjectVersionsCommand({ Bucket }));
    expect(Versions.map(({ LastModified }) => LastModified?.toISOString())).toEqual([
      '2025-01-09T09:00:00.000Z',
      '2025-01-09T09:00:00.000Z',
    ]);
  });

  test.each([1, 2, 3, 4, 7])('pages of %i give every version and marker once, in order', async (MaxKeys) => {
    const { client } = await startHarness();
    const put = (Key: string) => client().send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
    const expected: string[] = [];
    for (const Key of ['a', 'b/1', 'b/2', 'c']) {
      const newestFirst: (string | undefined)[] = [];
      newestFirst.unshift((await put(Key)).VersionId);
      newestFirst.unshift((await put(Key)).VersionId);
      newestFirst.unshift((await client().send(new DeleteObjectCommand({ Bucket, Key }))).VersionId);
      expected.push(...newestFirst.map((id) => `${Key} ${id}`));
    }
    const seen: string[] = [];
    let marker: object = {};
    for (;;) {
      const page = await client().send(new ListObjectVersionsCommand({ Bucket, MaxKeys, ...marker }));
      const items = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
      expect(items.length).toBeLessThanOrEqual(MaxKeys);
      seen.push(...items.map(({ Key, VersionId }) => `${Key} ${VersionId}`));
      if (page.IsTruncated !== true) break;
      marker = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
    }
    expect(seen.sort()).toEqual(expected.sort());
  });

  test('a page goes on behind a version that was removed meanwhile', async () => {
    const { client } = await startHarness();
    const ids: (string | undefined)[] = [];
    for (const Body of ['1', '2', '3', '4']) {
      ids.unshift((await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body }))).VersionId);
    }
    const first = await client().send(new ListObjectVersionsCommand({ Bucket, MaxKeys: 2 }));
    await client().send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId: ids[1] }));
    const second = await client().send(
      new ListObjectVersionsCommand({
        Bucket,
        KeyMarker: first.NextKeyMarker,
        VersionIdMarker: first.NextVersionIdMarker,
      }),
    );
    expect(second.Versions?.map(({ VersionId }) => VersionId)).toEqual(ids.slice(2));
  });

  test('folders are folded, and a marker that is no version is refused', async () => {
    const { client, server } = await startHarness();
    await putAll(client(), ['a', 'b/1', 'b/2', 'c']);
    const page = await client().send(new ListObjectVersionsCommand({ Bucket, Delimiter: '/', MaxKeys: 2 }));
    expect(page).toMatchObject({
      Versions: [{ Key: 'a' }],
      CommonPrefixes: [{ Prefix: 'b/' }],
      NextKeyMarker: 'b/',
    });
    const rest = await client().send(
      new ListObjectVersionsCommand({ Bucket, Delimiter: '/', KeyMarker: 'b/' }),
    );
    expect(rest.Versions?.map(({ Key }) => Key)).toEqual(['c']);
    const bad = ['key-marker=a&version-id-marker=zz', 'version-id-marker=null'];
    for (const query of bad) {
      expect(codeOf(await raw(server().url, `/drops?versions&${query}`))).toBe('InvalidArgument');
    }
  });
});
