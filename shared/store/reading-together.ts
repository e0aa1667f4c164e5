import { getAll, type Item, type Key, type Table } from './table.ts';

type Asked = {
  readonly key: Key;
  readonly found: (item: Item | undefined) => void;
  readonly failed: (error: unknown) => void;
};

/**
 * Reads single items of a table: what is asked for before anybody waits goes together, as one request for up to 100
 * items. Gives undefined where there is none.
 */
export function readingTogether(table: Table): (key: Key) => Promise<Item | undefined> {
  let waiting: Asked[] = [];
  const send = async () => {
    const asked = waiting;
    waiting = [];
    try {
      // DynamoDB refuses a key that is asked for twice.
      const keys = new Map(asked.map(({ key }) => [nameOf(key), key]));
      const items = await getAll(table, [...keys.values()]);
      const found = new Map(items.map((item) => [nameOf(item), item]));
      for (const each of asked) each.found(found.get(nameOf(each.key)));
    } catch (error) {
      for (const each of asked) each.failed(error);
    }
  };
  return (key) =>
    new Promise((found, failed) => {
      waiting.push({ key, found, failed });
      if (waiting.length === 1) queueMicrotask(() => void send());
    });
}

function nameOf({ pk, sk }: Key): string {
  return JSON.stringify([pk, sk]);
}
