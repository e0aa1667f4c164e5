import type { Archive } from './archive.ts';
import { damaged, WorkbookFault } from './workbook-fault.ts';
import { readXml } from './xml.ts';

/** A sheet as the workbook lists it. */
export type Sheet = { readonly name: string; readonly hidden: boolean; readonly part: string };

export type WorkbookParts = {
  readonly sheets: readonly Sheet[];
  /** Days are counted from 1904: files that began on an old Macintosh. */
  readonly since1904: boolean;
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
};

type Relationship = { readonly type: string; readonly part: string };

const NOT_A_WORKBOOK =
  'Open it in Excel, save it as "Excel workbook (.xlsx)" or "CSV UTF-8 (comma delimited)", and drop that file.';

/** Which parts of the zip file are the sheets, the texts and the styles. Throws `WorkbookFault`. */
export async function readWorkbookParts(archive: Archive): Promise<WorkbookParts> {
  const main = [...(await relationships(archive, '_rels/.rels', '')).values()].find(
    ({ type }) => type === 'officeDocument',
  );
  const part = main?.part ?? 'xl/workbook.xml';
  if (!archive.has(part) || !part.endsWith('.xml')) {
    throw new WorkbookFault(
      'not-a-workbook',
      `Cannot read this file: it is a zip file without an Excel workbook inside; it may be an OpenDocument file, a binary workbook (.xlsb) or a Word document. ${NOT_A_WORKBOOK}`,
    );
  }
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const related = await relationships(archive, `${folder}_rels/${part.slice(slash + 1)}.rels`, folder);
  const sheets: Sheet[] = [];
  let since1904 = false;
  await readXml(archive.text(part), {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      const target = related.get(attributes['r:id'] ?? relationId(attributes) ?? '');
      // Charts and macros on sheets of their own have no cells.
      if (target === undefined || target.type !== 'worksheet') return;
      sheets.push({
        name: attributes['name'] ?? '',
        hidden: attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden',
        part: target.part,
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  if (sheets.length === 0) throw damaged('it lists no sheet with cells');
  const partOf = (type: string) => [...related.values()].find((each) => each.type === type)?.part;
  return { sheets, since1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') };
}

/** The prefix of the relationship's namespace is free. */
function relationId(attributes: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

async function relationships(
  archive: Archive,
  part: string,
  folder: string,
): Promise<ReadonlyMap<string, Relationship>> {
  const found = new Map<string, Relationship>();
  if (!archive.has(part)) return found;
  await readXml(archive.text(part), {
    open: (name, { Id, Type = '', Target = '' }) => {
      if (name !== 'Relationship' || Id === undefined) return;
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part: resolved(folder, Target) });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
}

/** `worksheets/sheet1.xml` from `xl/`; a target that begins with a slash counts from the root. */
function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
