import { type ZipPart, zip } from './zip.ts';

export type RawSheet = {
  readonly name?: string;
  /** What stands in `sheetData`. */
  readonly rows: string;
  /** What stands before and after it. */
  readonly before?: string;
  readonly after?: string;
  readonly state?: 'hidden' | 'veryHidden';
};

export type RawWorkbook = {
  readonly sheets: readonly RawSheet[];
  readonly strings?: readonly string[];
  /** Format codes; a cell of style n + 1 has the nth, style 0 is General. */
  readonly formats?: readonly string[];
  readonly since1904?: boolean;
  /** Parts that come last, or parts to leave out. */
  readonly more?: readonly ZipPart[];
  readonly without?: string;
};

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook whose XML is written by hand, so that it can be odd in any way. */
export function rawParts({
  sheets,
  strings,
  formats = [],
  since1904 = false,
  without,
}: RawWorkbook): ZipPart[] {
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name ?? `Sheet${at + 1}`}" sheetId="${at + 1}" r:id="s${at}"${state ? ` state="${state}"` : ''}/>`,
  );
  const related = sheets.map(
    (_, at) => `<Relationship Id="s${at}" Type="${TYPE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const codes = formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`);
  const styles = formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`);
  const parts = [
    part(
      '_rels/.rels',
      `<Relationships><Relationship Id="a" Type="${TYPE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns:r="${TYPE}"><workbookPr${since1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${related.join('')}<Relationship Id="t" Type="${TYPE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="y" Type="${TYPE}/styles" Target="/xl/styles.xml"/></Relationships>`,
    ),
    part(
      'xl/styles.xml',
      `<styleSheet><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    ),
    ...(strings === undefined
      ? []
      : [part('xl/sharedStrings.xml', `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`)]),
    ...sheets.map(({ rows, before = '', after = '' }, at) =>
      part(
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
      ),
    ),
  ];
  return parts.filter(({ name }) => name !== without);
}

/** Such a workbook as a file. */
export function rawWorkbook(workbook: RawWorkbook): Buffer {
  return zip([...rawParts(workbook), ...(workbook.more ?? [])]);
}

/** Rows of plain texts and numbers, as in `[['month', 'ehcp_active'], ['2024-10', 6161]]`; a text that is XML of a cell (`<c…`) is taken as it is. */
export function rawRows(rows: readonly (readonly (string | number)[])[], first = 1): string {
  return rows
    .map(
      (cells, at) =>
        `<row r="${first + at}">${cells.map((cell, column) => rawCell(cell, `${letter(column)}${first + at}`)).join('')}</row>`,
    )
    .join('');
}

function rawCell(cell: string | number, place: string): string {
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (cell.startsWith('<c')) return cell.replace('<c', `<c r="${place}"`);
  return cell === '' ? '' : `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
}

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}

function part(name: string, xml: string): ZipPart {
  return { name, content: `<?xml version="1.0" encoding="UTF-8"?>${xml}` };
}
