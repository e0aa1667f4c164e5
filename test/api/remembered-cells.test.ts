import { expect, test } from 'vitest';
import { rememberedCellsOf } from '../../shared/api/remembered-cells.ts';
import type { CellBlock } from '../../shared/facts/cell.ts';
import { fileOf } from '../disclosure/small-council.ts';

const AREA = 'E06000017';

/** A store that says which places were read of it; what it holds may change. */
function counted(blocks: CellBlock[]) {
  const read: string[] = [];
  const cells = {
    read: (place: string) => {
      read.push(place);
      return Promise.resolve(blocks.filter(({ area }) => area === place));
    },
  };
  return { ports: { cells }, read };
}

test('cells are read again when another drop is committed, and not before', async () => {
  const [first, second] = [fileOf(0, { 'ehcp.active': 300 }), fileOf(1, { 'ehcp.active': 310 })];
  const blocks = [...first.blocks];
  const { ports, read } = counted(blocks);
  const asked = async (drops: Parameters<typeof rememberedCellsOf>[1]) =>
    (await rememberedCellsOf(AREA, drops, ports)).blocks;
  expect(await asked([first.drop])).toEqual(first.blocks);
  blocks.push(...second.blocks);
  expect(await asked([first.drop, { ...second.drop, state: 'processing' }])).toEqual(first.blocks);
  expect(read).toEqual([AREA]);
  expect(await asked([second.drop, first.drop])).toEqual(blocks);
  expect(await asked([first.drop, second.drop])).toEqual(blocks);
  expect(read).toEqual([AREA, AREA]);
});

test('a table that was made anew is read again, though it has the same drops', async () => {
  const { drop, blocks } = fileOf(0, { 'ehcp.active': 300 });
  const { ports, read } = counted(blocks);
  await rememberedCellsOf(AREA, [drop], ports);
  await rememberedCellsOf(AREA, [{ ...drop, finishedAt: '2025-01-09T09:00:00.000Z' }], ports);
  expect(read).toEqual([AREA, AREA]);
});

test('one store’s cells are not another’s, and one council’s not another’s', async () => {
  const { drop, blocks } = fileOf(0, { 'ehcp.active': 300 });
  const [one, other] = [counted(blocks), counted([])];
  expect((await rememberedCellsOf(AREA, [drop], one.ports)).blocks).toEqual(blocks);
  expect((await rememberedCellsOf(AREA, [drop], other.ports)).blocks).toEqual([]);
  expect((await rememberedCellsOf('E06000054', [drop], one.ports)).blocks).toEqual([]);
});
