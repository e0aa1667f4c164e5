import type { Archive } from './archive.ts';
import { tooLarge } from './workbook-fault.ts';
import { readXml } from './xml.ts';

/** Texts of a workbook are kept in memory: more than the longest list of notes has. */
const MOST_CHARACTERS = 64 * 2 ** 20;

/** The texts that cells refer to by number; runs of different looks are joined, readings of Japanese left out. */
export async function readSharedStrings(
  archive: Archive,
  part: string | undefined,
): Promise<readonly string[]> {
  if (part === undefined || !archive.has(part)) return [];
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = false;
  let characters = 0;
  await readXml(archive.text(part), {
    open: (name) => {
      if (name === 't') inText = !phonetic;
      else if (name === 'si') current = '';
      else if (name === 'rPh') phonetic = true;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.push(current);
    },
    text: (text) => {
      if (!inText) return;
      characters += text.length;
      if (characters > MOST_CHARACTERS)
        throw tooLarge('its texts are longer than all that a file of figures says');
      current += text;
    },
  });
  return strings;
}
