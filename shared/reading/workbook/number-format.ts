/** What a number in a cell stands for, as its format shows it. */
export type NumberKind = 'number' | 'percent' | 'date' | 'time';

/** The formats that a workbook need not spell out (ECMA-376 part 1, 18.8.30). */
export function builtInKind(id: number): NumberKind {
  if (id === 9 || id === 10) return 'percent';
  if (id === 18 || id === 19 || id === 20 || id === 21 || (id >= 45 && id <= 47)) return 'time';
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date';
  return 'number';
}

/** What a written format (`dd/mm/yyyy`, `0.00%`, `[$-809]mmm\-yy;@`) shows. */
export function kindOfFormat(code: string): NumberKind {
  const [positive = ''] = code
    .replace(/"[^"]*"/g, '')
    // `\d` is the letter, `_d` a gap as wide as it, `*d` fills with it.
    .replace(/[\\_*]./g, '')
    .split(';');
  const shown = positive
    // Elapsed time is in brackets as are colours and languages.
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '')
    .toLowerCase();
  if (/[dy]/.test(shown)) return 'date';
  if (/[hs]/.test(shown)) return 'time';
  if (shown.includes('m')) return 'date';
  return shown.includes('%') ? 'percent' : 'number';
}
