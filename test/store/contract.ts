import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CellBlock, seriesId } from '../../shared/facts/cell.ts';
import { type Drop, dropStates, isTerminal, terminalStates } from '../../shared/facts/drop.ts';
import { isView } from '../../shared/recompute/part-names.ts';
import type { RunHead } from '../../shared/recompute/run.ts';
import type { Setting } from '../../shared/settings/setting.ts';
import type { CellStore } from '../../shared/store/cells.ts';
import type { DropStore } from '../../shared/store/drops.ts';
import type { RecomputeRequest, RequestStore } from '../../shared/store/requests.ts';
import type { RunStore } from '../../shared/store/runs.ts';
import type { SettingStore } from '../../shared/store/settings.ts';
import { actual, blockOf, dropOf } from '../facts/make.ts';

export type Stores = {
  readonly drops: DropStore;
  readonly cells: CellStore;
  readonly runs: RunStore;
  readonly requests: RequestStore;
  readonly settings: SettingStore;
};

/** Stores over an empty table, and how to be rid of it. */
export type OpenStores = { readonly stores: Stores; readonly close: () => Promise<void> };

/** What the product relies on in its stores, whatever they are kept in. Each test has areas of its own. */
export function storeContract(name: string, open: () => Promise<OpenStores>): void {
  describe(name, () => {
    let opened: OpenStores | undefined;
    const stores = (): Stores => {
      if (!opened) throw new Error('The store is not open');
      return opened.stores;
    };
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(async () => {
      await opened?.close();
    });
    dropsContract(() => stores().drops);
    cellsContract(() => stores().cells);
    runsContract(() => stores().runs);
    requestsContract(() => stores().requests);
    settingsContract(() => stores().settings);
  });
}

function dropsContract(drops: () => DropStore): void {
  describe('drops', () => {
    const inState = (area: string, state: Drop['state'], given: Partial<Drop> = {}) =>
      dropOf({ area, key: `${area}/send-monthly/a.csv`, state, ...given });

    test('a drop advances through its states and is found as it was written last', async () => {
      for (const state of ['received', 'processing', 'failed', 'processing', 'accepted'] as const) {
        const drop = inState('advances', state, { cells: 3, sha256: 'abc' });
        expect(await drops().advance(drop)).toBe(true);
        expect(await drops().find('advances', [drop.id])).toEqual([drop]);
      }
    });

    test.each(terminalStates)('out of %s there is no way', async (end) => {
      const area = `ends-${end}`;
      const finished = inState(area, end);
      await drops().advance(finished);
      for (const state of dropStates) {
        expect(await drops().advance(inState(area, state, { cells: 99 }))).toBe(false);
      }
      expect(await drops().list(area)).toEqual([finished]);
    });

    test('of two that finish the same drop at once, one does', async () => {
      const both = (['accepted', 'quarantined'] as const).map((state) => inState('race', state));
      const written = await Promise.all(both.map((drop) => drops().advance(drop)));
      expect(written.filter((each) => each)).toHaveLength(1);
      const [kept] = await drops().list('race');
      expect(kept).toEqual(both[written.indexOf(true)]);
      expect(kept && isTerminal(kept.state)).toBe(true);
    });

    test('the list is in order of put time, whatever the order of writing, and of one area', async () => {
      const times = ['2025-03-01', '2025-01-01', '2025-02-01'].map((day) => `${day}T00:00:00.000Z`);
      const put = times.map((receivedAt, at) =>
        inState('order', 'accepted', { receivedAt, versionId: `v${at}` }),
      );
      for (const drop of put) await drops().advance(drop);
      await drops().advance(inState('orderly', 'accepted'));
      const listed = await drops().list('order');
      expect(listed.map(({ receivedAt }) => receivedAt)).toEqual(times.toSorted());
    });

    test('of many ids those that exist are found, also more than one batch of them', async () => {
      const area = 'many';
      const ids = Array.from({ length: 230 }, (_, at) => inState(area, 'accepted', { versionId: `v${at}` }));
      for (const drop of ids.slice(0, 120)) await drops().advance(drop);
      const found = await drops().find(
        area,
        ids.map(({ id }) => id),
      );
      expect(found.map(({ id }) => id).sort()).toEqual(
        ids
          .slice(0, 120)
          .map(({ id }) => id)
          .sort(),
      );
      expect(await drops().find(area, [])).toEqual([]);
    });

    test('a report is read as it was saved last, and is none of another area', async () => {
      const message = 'Cannot take "13/2024": write a month as 2024-10. £ – ’';
      const problem = { row: 3, column: 'month', value: '13/2024', code: 'month-out-of-range', message };
      const warning = { code: 'unknown-column', message, row: 1, column: 'colour' };
      const drop = inState('reports', 'accepted-with-problems');
      await drops().saveReport({ ...drop, problems: [], warnings: [] });
      const report = { ...drop, problems: Array.from({ length: 1000 }, () => problem), warnings: [warning] };
      await drops().saveReport(report);
      expect(await drops().report('reports', drop.id)).toEqual(report);
      expect(await drops().report('elsewhere', drop.id)).toBeUndefined();
      expect(await drops().list('reports')).toEqual([]);
    });
  });
}

const share = 'inmss.share';

function idOf({ series, file, versionId }: CellBlock): string {
  return `${seriesId(series)} ${file} ${versionId}`;
}

function cellsContract(cells: () => CellStore): void {
  describe('cells', () => {
    const blockIn = (area: string, given: Partial<Drop> = {}, metric = 'ehcp.active'): CellBlock =>
      blockOf(dropOf({ area, key: `${area}/send-monthly/a.csv`, ...given }), actual(metric), {
        '2024-01': 100,
        '2024-02': 0,
        '2024-03': null,
      });
    // No order of blocks is promised.
    const sorted = (blocks: readonly CellBlock[]) => blocks.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));

    test('what is written is read: values, zeros and reasons why there is none, of every kind of series', async () => {
      const area = 'kinds';
      const drop = dropOf({ area, key: `${area}/send-monthly/a.csv` });
      const cell = {
        ...{ value: 0.0587, numerator: 345, denominator: 5877, row: 7, sheet: 'Data' },
        ...{ publishedOn: '2024-12-18', source: 'Cabinet', note: 'provisional' },
      };
      const blocks = [
        blockIn(area),
        blockOf(drop, actual('dsg.in-year-balance', { financialYear: 'FY2024' }), { '2024-06': -43_200_000 }),
        blockOf(
          drop,
          { role: 'plan', metric: share, dimensions: {}, trajectory: 'sv-2024-03 #2|x', kind: 'mitigated' },
          { FY2024: cell },
        ),
        blockOf(
          drop,
          { role: 'published', metric: share, dimensions: {}, level: 'la', edition: '2024' },
          { '2023': cell },
        ),
      ];
      await cells().write(blocks);
      expect(sorted(await cells().read(area))).toEqual(sorted(blocks));
    });

    test('writing the same again changes nothing; another version of the file lies beside it', async () => {
      const blocks = [blockIn('again'), blockIn('again', { versionId: 'v1' })];
      await cells().write(blocks);
      await cells().write(blocks.toReversed());
      expect(sorted(await cells().read('again'))).toEqual(sorted(blocks));
    });

    test('one metric is read without those whose ids begin alike', async () => {
      const area = 'prefixes';
      const ids = [share, `${share}.r12`, 'inmss.shares', 'inmss'];
      await cells().write(ids.map((metric) => blockIn(area, {}, metric)));
      for (const metric of ids) {
        const read = await cells().read(area, metric);
        expect(read.map(({ series }) => series.metric)).toEqual([metric]);
      }
    });

    test('nothing of another area is read, not even of one whose code begins alike', async () => {
      await cells().write([blockIn('E0'), blockIn('E06')]);
      expect((await cells().read('E0')).map(({ area }) => area)).toEqual(['E0']);
      expect(await cells().read('E')).toEqual([]);
    });

    test('the longest key that S3 takes, of any characters, is a file like any other', async () => {
      const area = 'long';
      const keys = ['é'.repeat(450), 'x'.repeat(990)].map((file) => `${area}/send-monthly/${file}#|%.csv`);
      const blocks = keys.map((key) => blockIn(area, { key, versionId: 'v'.repeat(64) }));
      await cells().write(blocks);
      expect(sorted(await cells().read(area))).toEqual(sorted(blocks));
    });

    test('removed blocks are gone, the others are as they were, and what is gone already does no harm', async () => {
      const area = 'removes';
      const versions = Array.from({ length: 40 }, (_, at) => blockIn(area, { versionId: `v${at}` }));
      const elsewhere = blockIn('removes-not', { versionId: 'v0' });
      await cells().write([...versions, elsewhere]);
      await cells().remove(versions.slice(0, 30));
      await cells().remove([...versions.slice(0, 3), blockIn(area, { versionId: 'never' })]);
      await cells().remove([]);
      expect((await cells().read(area)).map(idOf).sort()).toEqual(versions.slice(30).map(idOf).sort());
      expect(await cells().read('removes-not')).toHaveLength(1);
    });

    test('names of series are as long as a file may have them, and told apart to their last character', async () => {
      const area = 'names';
      const drop = dropOf({ area, key: `${area}/published/a.csv`, versionId: 'v'.repeat(32) });
      const metric = 'ehcp.new-plans-early-years-share.r12';
      const blocks = ['€', '£'].map((end) => {
        const edition = `${'€'.repeat(99)}${end}`;
        const series = {
          role: 'published',
          metric,
          dimensions: {},
          level: 'stat-neighbours',
          edition,
        } as const;
        return blockOf(drop, series, { '2024-01': 1 });
      });
      await cells().write(blocks);
      const editions = (await cells().read(area, metric)).map(({ series }) => seriesId(series));
      expect(editions.toSorted()).toEqual(blocks.map(({ series }) => seriesId(series)).toSorted());
    });

    test('more than a page of 1 MB and more than a batch of writes come back whole', async () => {
      const area = 'large';
      const note = 'n'.repeat(1500);
      const months = Array.from({ length: 12 }, (_, at) => `2024-${String(at + 1).padStart(2, '0')}`);
      const values = Object.fromEntries(
        months.map((month, row) => [month, { value: row, row: row + 2, note }]),
      );
      const blocks = Array.from({ length: 130 }, (_, at) =>
        blockOf(dropOf({ area, key: `${area}/send-monthly/${at}.csv` }), actual('ehcp.active'), values),
      );
      expect(JSON.stringify(blocks).length).toBeGreaterThan(2 * 1024 * 1024);
      await cells().write(blocks);
      expect(sorted(await cells().read(area))).toEqual(sorted(blocks));
      expect(await cells().read(area, 'ehcp.active')).toHaveLength(blocks.length);
    });
  });
}

function runsContract(runs: () => RunStore): void {
  describe('runs', () => {
    const headOf = (sequence: number, name: string, previous: string | null): RunHead => ({
      runId: `0000000${sequence}-${name}`,
      ...{ previous, sequence, inputDigest: `digest-${name}`, madeAt: '2025-01-09T09:00:00.000Z' },
    });
    const first = headOf(1, 'a', null);

    test('a run is there before it is current, part by part', async () => {
      const parts = { SUMMARY: { text: '£43.2m' }, 'SERIES#b#': [2], 'SERIES#a#': [1], EMPTY: [] };
      await runs().write('parts', { head: first, parts });
      await runs().write('parts', { head: headOf(1, 'ab', null), parts: { 'SERIES#c#': [3] } });
      expect(await runs().current('parts')).toBeUndefined();
      expect(await runs().head('parts', first.runId)).toEqual(first);
      expect(await runs().part('parts', first.runId, 'SUMMARY')).toEqual({ text: '£43.2m' });
      expect(await runs().part('parts', first.runId, 'EMPTY')).toEqual([]);
      expect(await runs().part('parts', first.runId, 'SUM')).toBeUndefined();
      expect(await runs().part('parts', first.runId, 'SERIES#a#')).toEqual([1]);
      expect(await runs().part('parts', first.runId, 'SERIES#c#')).toBeUndefined();
      expect(await runs().head('parts', 'no-such-run')).toBeUndefined();
    });

    test('a run with more parts than a batch, and parts that only fit compressed, is written whole', async () => {
      const large = 'figure '.repeat(100_000);
      const parts = Object.fromEntries(
        Array.from({ length: 60 }, (_, at) => [
          `SERIES#${String(at).padStart(2, '0')}`,
          { at, ...(at === 7 && { large }) },
        ]),
      );
      await runs().write('batches', { head: first, parts });
      for (const [name, part] of Object.entries(parts)) {
        expect(await runs().part('batches', first.runId, name)).toEqual(part);
      }
    });

    test('a part larger than an item, even compressed, and a name longer than a key come back whole', async () => {
      // Figures that hardly compress: over 1 MB of them.
      const large = Array.from({ length: 90_000 }, (_, at) => Math.sin(at * 12.9898) * 43_758.5453);
      const long = `SERIES#ehcp.active#group=${'%E2%82%AC'.repeat(300)}`;
      await runs().write('large', { head: first, parts: { large, [long]: [1], [`${long}x`]: [2] } });
      expect(await runs().part('large', first.runId, 'large')).toEqual(large);
      expect(await runs().part('large', first.runId, long)).toEqual([1]);
      expect(await runs().part('large', first.runId, `${long}x`)).toEqual([2]);
      expect(await runs().part('large', first.runId, `${long}y`)).toBeUndefined();
    });

    test('a run becomes current only after the one that it follows', async () => {
      const second = headOf(2, 'b', first.runId);
      expect(await runs().flip('chain', second)).toBe(false);
      expect(await runs().current('chain')).toBeUndefined();
      expect(await runs().flip('chain', first)).toBe(true);
      expect(await runs().flip('chain', headOf(1, 'other', null))).toBe(false);
      expect(await runs().flip('chain', second)).toBe(true);
      expect(await runs().flip('chain', headOf(2, 'late', first.runId))).toBe(false);
      expect(await runs().flip('chain', second)).toBe(false);
      expect(await runs().current('chain')).toEqual(second);
      expect(await runs().current('chained')).toBeUndefined();
    });

    test('of several that follow the same run, one becomes current', async () => {
      const rivals = ['a', 'b', 'c', 'd'].map((name) => headOf(1, name, null));
      const flipped = await Promise.all(rivals.map((head) => runs().flip('rivals', head)));
      expect(flipped.filter((each) => each)).toHaveLength(1);
      expect(await runs().current('rivals')).toEqual(rivals[flipped.indexOf(true)]);
    });

    test('views of runs up to a number are removed, history and later runs stay', async () => {
      const area = 'views';
      const large = Array.from({ length: 60_000 }, (_, at) => Math.sin(at * 12.9898) * 43_758.5453);
      const parts = {
        ...{ SUMMARY: 1, FORECASTS: 2, 'SERIES#a#': large, 'SERIES#b#group=x': 3 },
        ...{ RATINGS: 4, HEADLINES: 5, 'HISTORY#2024': 6, ALERTS: 7, MESSAGES: 8 },
      };
      const chain = [1, 2, 3, 4].map((sequence) => headOf(sequence, 'v', null));
      for (const head of chain) await runs().write(area, { head, parts });
      const kept = async () => {
        const names = chain.flatMap(({ runId }) => Object.keys(parts).map((name) => ({ runId, name })));
        const found = await Promise.all(names.map(({ runId, name }) => runs().part(area, runId, name)));
        return names.filter((_, at) => found[at] !== undefined).map(({ runId, name }) => `${runId} ${name}`);
      };
      const all = await kept();
      expect(all).toHaveLength(4 * 9);
      const history = (runId: string) =>
        ['RATINGS', 'HEADLINES', 'HISTORY#2024', 'ALERTS', 'MESSAGES'].map((name) => `${runId} ${name}`);
      const expected = (gone: number) =>
        all.filter(
          (name) => Number.parseInt(name, 10) > gone || history(name.split(' ')[0] ?? '').includes(name),
        );
      await runs().removeViews(area, 1, isView);
      expect(await kept()).toEqual(expected(1));
      await runs().removeViews(area, 3, isView);
      await runs().removeViews(area, 2, isView);
      expect(await kept()).toEqual(expected(3));
      for (const head of chain) expect(await runs().head(area, head.runId)).toEqual(head);
      expect(await runs().part(area, '00000004-v', 'SERIES#a#')).toEqual(large);
    });

    test('the last run that was sent is remembered, an area at a time', async () => {
      expect(await runs().notified('sent')).toBeUndefined();
      await runs().markNotified('sent', 'one');
      await runs().markNotified('sent', 'two');
      expect(await runs().notified('sent')).toBe('two');
      expect(await runs().notified('unsent')).toBeUndefined();
    });
  });
}

function requestsContract(requests: () => RequestStore): void {
  test('a recompute that was asked for is found as it was saved last, in its area', async () => {
    const asked: RecomputeRequest = {
      ...{ id: 'r1', area: 'asks', state: 'queued', requestedAt: '2025-01-09T09:00:00.000Z' },
      ...{ runId: null, changed: null },
    };
    await requests().save(asked);
    expect(await requests().find('asks', 'r1')).toEqual(asked);
    const done: RecomputeRequest = { ...asked, state: 'done', runId: '00000001-a', changed: true };
    await requests().save(done);
    expect(await requests().find('asks', 'r1')).toEqual(done);
    expect(await requests().find('other', 'r1')).toBeUndefined();
    expect(await requests().find('asks', 'r2')).toBeUndefined();
  });
}

function settingsContract(settings: () => SettingStore): void {
  describe('settings', () => {
    const settingIn = (area: string, version: number, given: Partial<Setting> = {}): Setting => ({
      ...{ area, kind: 'mapping', id: 'send-monthly', version },
      ...{ by: 'analyst', at: '2025-01-09T09:00:00.000Z' },
      body: {
        columns: { 'Children with plans, £ – ’': 'ehcp_active' },
        empty: {},
        none: null,
        list: [1, 0.5],
      },
      ...given,
    });

    test('every version stays as it was written, of every kind and id, in its area alone', async () => {
      const area = 'settles';
      const written = [
        settingIn(area, 1),
        settingIn(area, 2, { body: {}, validFrom: '2025-01-01', validUntil: '2025-03-31' }),
        // The tenth follows the ninth, as number and not as text.
        settingIn(area, 10, { by: 'another' }),
        settingIn(area, 1, { kind: 'rule', id: 'ehcp.active' }),
        settingIn(area, 1, { id: 'a#b/ü' }),
        settingIn(area, 1, { id: 'x'.repeat(200) }),
      ];
      for (const setting of written) expect(await settings().append(setting)).toBe(true);
      await settings().append(settingIn('elsewhere', 1));
      const listed = await settings().list(area);
      expect(listed).toHaveLength(written.length);
      expect(listed).toEqual(expect.arrayContaining(written));
    });

    test('of two who write the same version at once one does, and what is written is never changed', async () => {
      const both = ['one', 'other'].map((by) => settingIn('contended', 1, { by }));
      const wrote = await Promise.all(both.map((setting) => settings().append(setting)));
      expect(wrote.filter((each) => each)).toHaveLength(1);
      expect(await settings().append(settingIn('contended', 1, { by: 'a third' }))).toBe(false);
      expect(await settings().list('contended')).toEqual([both[wrote.indexOf(true)]]);
    });
  });
}
