import { inflateSync } from 'node:zlib';

/**
 * How many different rows of pixels a PNG has that are not all of one colour: what is blank has none. Rows are told
 * apart as they are stored, filtered, so the number is about right, which is enough for this.
 */
export function drawnRows(png: Buffer): number {
  const width = png.readUInt32BE(16);
  const channels = CHANNELS[png.readUInt8(25)] ?? 4;
  const data = inflateSync(
    Buffer.concat(chunks(png).flatMap(({ type, body }) => (type === 'IDAT' ? [body] : []))),
  );
  const length = 1 + width * channels;
  const rows = new Set<string>();
  for (let at = 0; at + length <= data.length; at += length) {
    const row = data.subarray(at + 1 + channels, at + length);
    if (row.some((byte) => byte !== 0)) rows.add(row.toString('base64'));
  }
  return rows.size;
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 6: 4 };

function chunks(png: Buffer): readonly { readonly type: string; readonly body: Buffer }[] {
  const found: { type: string; body: Buffer }[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    found.push({ type: png.toString('latin1', at + 4, at + 8), body: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return found;
}
