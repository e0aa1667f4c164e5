import { fromBufferPromise } from 'yauzl';
import { rowsOf } from '../../shared/reading/format/formats.ts';
import { streamed } from '../reading/bytes.ts';

/** The text of a part of a workbook, by an own look into the zip file; undefined where it is not there. */
async function partOf(workbook: Uint8Array, name: RegExp): Promise<string | undefined> {
  const zip = await fromBufferPromise(Buffer.from(workbook), { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (!name.test(entry.fileName)) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString('utf8');
  }
  return undefined;
}

/** The comments of a workbook, by cell. */
export async function commentsOf(workbook: Uint8Array): Promise<Record<string, string>> {
  const xml = (await partOf(workbook, /^xl\/comments\d*\.xml$/)) ?? '';
  return Object.fromEntries(
    [...xml.matchAll(/<comment ref="([A-Z]+\d+)".*?<\/comment>/gs)].map(([all, cell = '']) => [
      cell,
      unescaped([...all.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text).join('')),
    ]),
  );
}

/** The cells of a sheet that are filled, by their colour. */
export async function fillsOf(workbook: Uint8Array, sheet: number): Promise<Record<string, string>> {
  const styles = (await partOf(workbook, /^xl\/styles\.xml$/)) ?? '';
  const fills = [...styles.matchAll(/<fill>(.*?)<\/fill>/gs)].map(
    ([, fill = '']) => /fgColor rgb="(\w+)"/.exec(fill)?.[1],
  );
  const formats = /<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '';
  const fillOf = [...formats.matchAll(/<xf [^>]*?fillId="(\d+)"/g)].map(([, id]) => fills[Number(id)]);
  const cells = (await partOf(workbook, new RegExp(`^xl/worksheets/sheet${sheet}\\.xml$`))) ?? '';
  return Object.fromEntries(
    [...cells.matchAll(/<c r="([A-Z]+\d+)"[^>]*? s="(\d+)"/g)].flatMap(([, cell = '', style]) => {
      const fill = fillOf[Number(style)];
      return fill === undefined ? [] : [[cell, fill]];
    }),
  );
}

/** True when a sheet holds anything that is worked out. */
export async function hasFormulas(workbook: Uint8Array): Promise<boolean> {
  return /<f[ >]/.test(`${await partOf(workbook, /sheet1\.xml$/)}${await partOf(workbook, /sheet2\.xml$/)}`);
}

/** The rows of a sheet, by our own reader: of the one that it takes, or of another by its number. */
export async function rowsOfSheet(
  workbook: Uint8Array,
  number?: number,
): Promise<Map<number, readonly string[]>> {
  const rows = new Map<number, readonly string[]>();
  const known = (cells: readonly string[]) =>
    cells.filter((cell) => /^(month|no\. of ehcps)$/i.test(cell)).length;
  for await (const event of rowsOf(streamed(workbook), known)) {
    if (
      number === undefined ? event.kind === 'row' : event.kind === 'aside' && event.sheetNumber === number
    ) {
      if (event.kind === 'row' || event.kind === 'aside') rows.set(event.row, event.cells);
    }
  }
  return rows;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
