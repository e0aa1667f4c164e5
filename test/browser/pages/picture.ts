import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import * as z from 'zod';

/** A PNG of what a window shows, a quarter as wide and high: enough to see whether anything is drawn. */
export async function smallPicture(page: Page): Promise<Buffer> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const [scrolledX, scrolledY] = z
    .tuple([z.number(), z.number()])
    .parse(await page.evaluate('[scrollX, scrollY]'));
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    optimizeForSpeed: true,
    clip: { x: scrolledX, y: scrolledY, width, height, scale: 0.25 },
  });
  await session.detach();
  return Buffer.from(data, 'base64');
}

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
