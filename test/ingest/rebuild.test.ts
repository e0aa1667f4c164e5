import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellBlock } from '../../shared/facts/cell.ts';
import { type Drop, isTerminal } from '../../shared/facts/drop.ts';
import { type AreaTable, type AreaTablePorts, readAreaTable } from '../../shared/ingest/area-table.ts';
import { ingestKey } from '../../shared/ingest/ingest.ts';
import type { IngestPorts } from '../../shared/ingest/ports.ts';
import { type RebuildPorts, rebuild } from '../../shared/ingest/rebuild.ts';
import { tableDifferences } from '../../shared/ingest/table-differences.ts';
import type { Setting } from '../../shared/settings/setting.ts';
import { cellKey } from '../../shared/store/keys.ts';

const area = 'E06000054';
const keys = [
  `${area}/send-monthly/a.csv`,
  `${area}/send-monthly/b.csv`,
  `${area}/no-such-feed/c.csv`,
  '_shared/published/d.csv',
  'E06000023/send-monthly/e.csv',
  `${area}/conditions/f.csv`,
  '_shared/outcomes/g.csv',
];
const contents = [
  'month,ehcp_active\n2024-01,5000\n2024-02,5010\n',
  'month,ehcp_active\n2024-01,5001\n',
  'month,ehcp_active\n2024-13,5001\n',
  'nothing of this feed\n1\n',
  null,
  'month,ehcp_active,held\n2024-01,5000,7\n',
  'condition,update,rating\n3.1,2024-08,Green\n3.1,2024-11,\n',
  'area,period,metric,value\nE06000054,2023/24,ks2.rwm,59%\nE12000009,2023/24,ks2.rwm,60%\n',
] as const;

type Version = {
  readonly key: string;
  readonly versionId: string;
  readonly putTime: string;
  readonly text: string | null;
};
const clock = { now: () => new Date('2025-02-01T00:00:00Z') };

function versionsOf(history: readonly (readonly [number, number])[]): readonly Version[] {
  return history.map(([key, content], at) => ({
    key: keys[key] ?? '',
    versionId: `v${at}`,
    putTime: new Date(Date.UTC(2025, 0, 9, 0, 0, at)).toISOString(),
    text: contents[content] ?? null,
  }));
}

function bucketOf(versions: readonly Version[]): Pick<RebuildPorts, 'bucket' | 'listing'> {
  return {
    bucket: {
      versions: (key) =>
        Promise.resolve(
          versions
            .filter((each) => each.key === key)
            .map(({ versionId, putTime, text }) => ({ versionId, putTime, deleted: text === null })),
        ),
      open: (key, versionId) => {
        const found = versions.find((each) => each.key === key && each.versionId === versionId);
        return Promise.resolve({ bytes: bytesOf(found?.text ?? ''), knownAt: undefined });
      },
    },
    listing: {
      async *versionsIn(folder) {
        const listed = versions.filter(({ key }) => key.startsWith(folder)).toReversed();
        for (const version of listed) yield await Promise.resolve([version]);
      },
    },
  };
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}

type MemoryTable = {
  readonly drops: RebuildPorts['drops'] & AreaTablePorts['drops'];
  readonly cells: RebuildPorts['cells'] & AreaTablePorts['cells'];
};

function memoryTable(): MemoryTable {
  const drops = new Map<string, Drop>();
  const blocks = new Map<string, CellBlock>();
  return {
    drops: {
      list: (folder: string) => Promise.resolve([...drops.values()].filter((drop) => drop.area === folder)),
      find: (_: string, ids: readonly string[]) => Promise.resolve(ids.flatMap((id) => drops.get(id) ?? [])),
      saveReport: () => Promise.resolve(),
      advance(drop: Drop) {
        const before = drops.get(drop.id);
        if (before && isTerminal(before.state)) return Promise.resolve(false);
        drops.set(drop.id, drop);
        return Promise.resolve(true);
      },
    },
    cells: {
      write: (written: readonly CellBlock[]) =>
        Promise.resolve(
          written.forEach((block) => {
            blocks.set(`${block.area} ${cellKey(block)}`, block);
          }),
        ),
      read: (place: string) => Promise.resolve([...blocks.values()].filter((block) => block.area === place)),
    },
  };
}

/** The council's own word for new plans, said while its files come, and taken back. */
const mapped: readonly Setting[] = [{ held: 'new_plans' }, {}].map((columns, at) => ({
  ...{ area, kind: 'mapping', id: 'send-monthly', version: at + 1, by: 'analyst' },
  at: new Date(Date.UTC(2025, 0, 9, 0, 0, 2 + 2 * at)).toISOString(),
  body: { columns },
}));
const settings: IngestPorts['settings'] = { list: (of) => Promise.resolve(of === area ? mapped : []) };

/** The running table: keys taken in the order in which they were put, a version at a time. */
async function runningTable(versions: readonly Version[]) {
  const table = memoryTable();
  for (let at = 1; at <= versions.length; at += 1) {
    const ports: IngestPorts = {
      ...bucketOf(versions.slice(0, at)),
      ...table,
      settings,
      reports: { put: () => Promise.resolve() },
      dirty: () => Promise.resolve(),
      clock: { now: () => new Date(Date.UTC(2025, 0, 9, 0, 5, at)) },
      areas: [area],
    };
    await ingestKey(versions[at - 1]?.key ?? '', ports);
  }
  return table;
}

async function bothTables(versions: readonly Version[]): Promise<{ is: AreaTable; rebuilt: AreaTable }> {
  const running = await runningTable(versions);
  const target = memoryTable();
  const made = await rebuild(area, {
    ...bucketOf(versions),
    ...target,
    settings,
    clock,
    progress: () => undefined,
  });
  return {
    is: await readAreaTable(area, made.places, running),
    rebuilt: await readAreaTable(area, made.places, target),
  };
}

const histories = fc.array(fc.tuple(fc.nat({ max: keys.length - 1 }), fc.nat({ max: contents.length - 1 })), {
  minLength: 1,
  maxLength: 12,
});
const somePuts = versionsOf([
  [0, 0],
  [1, 1],
  [0, 3],
  [2, 0],
]);

describe('a table rebuilt from the bucket alone', () => {
  test('is the running one, whatever was put, put again, deleted or refused', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const { is, rebuilt } = await bothTables(versionsOf(history));
        expect(tableDifferences(area, is, rebuilt)).toEqual([]);
        expect(rebuilt.drops).toHaveLength(versionsOf(history).filter(({ key }) => key !== keys[4]).length);
      }),
      { numRuns: 60 },
    );
  });

  test('reads a file by the mapping of the day of its put; put again, by the one of that day', async () => {
    const { is, rebuilt } = await bothTables(versionsOf([0, 1, 2, 3, 4, 5].map(() => [0, 5] as const)));
    expect(tableDifferences(area, is, rebuilt)).toEqual([]);
    expect(rebuilt.drops.map(({ cells, repeats }) => [cells, repeats])).toEqual([
      ...[
        [1, null],
        [1, 'v0'],
        [2, null],
        [2, 'v2'],
      ],
      ...[
        [1, null],
        [1, 'v4'],
      ],
    ]);
  });

  test('holds nothing of another council and tells how far it is', async () => {
    const target = memoryTable();
    const seen: string[] = [];
    const made = await rebuild(area, {
      ...bucketOf(
        versionsOf([
          [4, 0],
          [0, 0],
          [0, 1],
          [1, 0],
        ]),
      ),
      ...target,
      settings,
      clock,
      progress: (done, all) => seen.push(`${done}/${all}`),
    });
    expect(made).toMatchObject({ files: 2, versions: 3, places: [area] });
    expect(seen).toEqual(['0/2', '1/2', '2/2']);
    expect(await target.drops.list('E06000023')).toEqual([]);
  });

  test('fails as its ports fail, and takes up no further file', async () => {
    const target = memoryTable();
    const cells = { ...target.cells, write: () => Promise.reject(new Error('the table is full')) };
    const ports = { ...bucketOf(somePuts), ...target, cells, settings, clock, progress: () => undefined };
    await expect(rebuild(area, ports)).rejects.toThrow('the table is full');
  });
});

describe('a difference is told', () => {
  test('by drop and field', async () => {
    const { is, rebuilt } = await bothTables(somePuts);
    const drops = is.drops.map((drop) =>
      drop.versionId === 'v1' ? { ...drop, state: 'failed' as const } : drop,
    );
    const told = tableDifferences(area, { ...is, drops }, rebuilt);
    expect(told).toContainEqual(
      expect.stringMatching(/^Drop .*b\.csv\): state is "failed" and, rebuilt, "accepted"\.$/),
    );
  });

  test('for every drop and block that one side lacks, and for what then shows', async () => {
    const { is, rebuilt } = await bothTables(somePuts);
    const without = tableDifferences(area, { drops: is.drops.slice(1), blocks: [] }, rebuilt);
    expect(without.filter((each) => each.endsWith('only in the rebuilt table.'))).toHaveLength(
      // One drop, two blocks (a.csv and b.csv, 2024), and January and February of the series.
      1 + 2 + 2,
    );
    const lost = tableDifferences(area, is, { drops: [], blocks: [] });
    expect(lost.filter((each) => /^Drop .*only in the running table\.$/.test(each))).toHaveLength(4);
  });

  test('for a changed figure by its period, never by its value', async () => {
    const { is, rebuilt } = await bothTables(versionsOf([[0, 0]]));
    const blocks = is.blocks.map((block) => ({
      ...block,
      values: Object.fromEntries(
        Object.entries(block.values).map(([period, cell]) => [period, { ...cell, value: 4321 }]),
      ),
    }));
    const told = tableDifferences(area, { ...is, blocks }, rebuilt);
    expect(told).toHaveLength(3);
    expect(told[0]).toContain('they differ in 2024-01, 2024-02.');
    expect(told.join()).not.toMatch(/4321|5000/);
  });
});
