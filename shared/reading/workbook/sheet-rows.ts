import type { Row } from '../row-event.ts';
import { MOST_ROWS, placeOf } from './cell-place.ts';
import { numberText } from './number-cell.ts';
import type { NumberKind } from './number-format.ts';
import { damaged, tooLarge } from './workbook-fault.ts';
import { xmlParser } from './xml.ts';

/** What the cells of a sheet refer to. */
export type SheetContext = {
  readonly strings: readonly string[];
  /** One place for each of the strings, set to 1 when a cell shows it. */
  readonly shown: Uint8Array;
  readonly kinds: readonly NumberKind[];
  readonly since1904: boolean;
  /** Takes what stands above or below each printed page. */
  readonly margin?: (text: string) => void;
};

/** `oddHeader`, `firstFooter` and so on. */
const MARGIN = /^(odd|even|first)(Header|Footer)$/;

/** Places of all rows together, empty ones between filled ones included: a cell at the edge of each row costs a row of them. */
const MOST_PLACES = 20_000_000;

/** The filled rows of a sheet, as its numbers and texts would be typed. Throws `WorkbookFault`. */
export async function* sheetRows(
  pieces: AsyncIterable<string>,
  context: SheetContext,
): AsyncGenerator<Row, void, undefined> {
  let found: Row[] = [];
  const parser = xmlParser(sheetElements(context, (row) => found.push(row)));
  for await (const piece of pieces) {
    let fault: unknown;
    try {
      parser.write(piece);
    } catch (error) {
      fault = error;
    }
    const rows = found;
    found = [];
    yield* rows;
    // The rows before it are told first: they too are counted and looked through for personal data.
    if (fault !== undefined) throw fault;
  }
  parser.end();
  yield* found;
}

function sheetElements({ strings, shown, kinds, since1904, margin }: SheetContext, done: (row: Row) => void) {
  let row = 0;
  let last = 0;
  let cells: string[] = [];
  let filled = false;
  let places = 0;
  let column = -1;
  let type = 'n';
  let style = 0;
  let value: string | undefined;
  let formula: string | undefined;
  /** What the text at hand belongs to. */
  let taking: 'nothing' | 'value' | 'formula' | 'margin' = 'nothing';
  let printed = '';
  let phonetic = false;

  function openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    column += 1;
    if (r !== undefined) {
      const place = placeOf(r);
      if (place === undefined || place.row !== row)
        throw damaged('a cell says that it stands where no cell can be');
      if (place.column < column) throw damaged('two of its cells stand in one place or out of order');
      column = place.column;
    }
    type = t ?? 'n';
    style = s === undefined ? 0 : Number(s);
    value = undefined;
    formula = undefined;
  }

  function openRow(r: string | undefined): void {
    row = r === undefined ? last + 1 : Number(r);
    if (!Number.isInteger(row) || row <= last || row > MOST_ROWS)
      throw damaged('one of its rows stands outside of the sheet or out of order');
    last = row;
    column = -1;
    cells = [];
    filled = false;
  }

  function closeCell(): void {
    const text = textOfCell();
    if (text === '') return;
    places += column + 1 - cells.length;
    if (places > MOST_PLACES) throw tooLarge('its cells are scattered too wide');
    while (cells.length < column) cells.push('');
    cells.push(text);
    filled = true;
  }

  function textOfCell(): string {
    // A formula is never worked out here; without a result it is told as it stands, and refused where it is read.
    if (value === undefined) return formula === undefined ? '' : `=${formula}`;
    switch (type) {
      case 's': {
        const text = strings[Number(value)];
        if (text === undefined) throw damaged('a cell refers to a text that is not in it');
        shown[Number(value)] = 1;
        return text;
      }
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      case 'n':
        return numberText(value, kinds[style] ?? 'number', since1904);
      case 'd':
        return value.replace(/T00:00:00(\.0+)?Z?$/, '');
      default:
        return value;
    }
  }

  return {
    open(name: string, attributes: Readonly<Record<string, string>>): void {
      if (name === 'c') openCell(attributes);
      else if (name === 'v' || (name === 't' && !phonetic)) {
        taking = 'value';
        value ??= '';
      } else if (name === 'f') {
        taking = 'formula';
        formula = '';
      } else if (name === 'row') openRow(attributes['r']);
      else if (name === 'rPh') phonetic = true;
      else if (MARGIN.test(name)) {
        taking = 'margin';
        printed = '';
      }
    },
    close(name: string): void {
      if (name === 'v' || name === 't' || name === 'f') taking = 'nothing';
      else if (name === 'c') closeCell();
      else if (name === 'row') {
        if (filled) done({ row, cells });
      } else if (name === 'rPh') phonetic = false;
      else if (taking === 'margin' && MARGIN.test(name)) {
        taking = 'nothing';
        margin?.(printed);
      }
    },
    text(text: string): void {
      if (taking === 'value') value = (value ?? '') + text;
      else if (taking === 'formula') formula = (formula ?? '') + text;
      else if (taking === 'margin') printed += text;
    },
  };
}
