import type { Archive } from './archive.ts';
import { builtInKind, kindOfFormat, type NumberKind } from './number-format.ts';
import { readXml } from './xml.ts';

/** What the number of a cell of each style stands for, by the style's place in the workbook's list. */
export async function readCellStyles(
  archive: Archive,
  part: string | undefined,
): Promise<readonly NumberKind[]> {
  if (part === undefined || !archive.has(part)) return [];
  const written = new Map<string, NumberKind>();
  const kinds: NumberKind[] = [];
  let inCellFormats = false;
  await readXml(archive.text(part), {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'numFmt') written.set(numFmtId, kindOfFormat(formatCode));
      else if (name === 'xf' && inCellFormats)
        kinds.push(written.get(numFmtId) ?? builtInKind(Number(numFmtId)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text: () => undefined,
  });
  return kinds;
}
