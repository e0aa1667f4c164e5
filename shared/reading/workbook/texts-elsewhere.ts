import type { TextElsewhere } from '../personal-data/guard.ts';
import type { Archive } from './archive.ts';
import { xmlParser } from './xml.ts';

/**
 * Parts of a workbook that hold texts outside its sheets. Not among them: who wrote and changed the workbook and its
 * comments (docProps, persons, authors), which Excel writes into every file.
 */
const PARTS: readonly { readonly part: RegExp; readonly where: string }[] = [
  { part: /^xl\/(comments|threadedcomments)[^/]*(\/[^/]*)?\.xml$/i, where: 'a comment' },
  { part: /^xl\/drawings\/[^/]*\.xml$/i, where: 'a text box or picture' },
  { part: /^xl\/charts\/[^/]*\.xml$/i, where: 'the data of a chart' },
  { part: /^xl\/pivotcache\/[^/]*\.xml$/i, where: 'the data kept for a pivot table' },
  { part: /^xl\/externallinks\/[^/]*\.xml$/i, where: 'the data kept of another workbook' },
  { part: /^xl\/worksheets\/_rels\/[^/]*\.rels$/i, where: 'a link' },
];

/** Elements that are one text, whatever looks its parts have. */
const WHOLE: ReadonlySet<string> = new Set(['comment', 'threadedComment', 'p', 'v']);

/** Every text of those parts, as many at a time as a piece of a part holds. Throws `WorkbookFault`. */
export async function* textsElsewhere(archive: Archive): AsyncGenerator<TextElsewhere, void, undefined> {
  for (const name of archive.names) {
    const where = PARTS.find(({ part }) => part.test(name))?.where;
    if (where !== undefined) yield* textsOf(archive.text(name), where);
  }
}

async function* textsOf(
  pieces: AsyncIterable<string>,
  where: string,
): AsyncGenerator<TextElsewhere, void, undefined> {
  let found: TextElsewhere[] = [];
  const parser = xmlParser(elements(where, (text) => found.push(text)));
  for await (const piece of pieces) {
    parser.write(piece);
    yield* found;
    found = [];
  }
  parser.end();
  yield* found;
}

function elements(where: string, done: (text: TextElsewhere) => void) {
  let fields: string[] = [];
  let text = '';
  let cell = '';
  let unread = false;
  const tell = (told: string, at = '') => done({ where: `${where}${at}`, texts: [told] });
  return {
    open(name: string, attributes: Readonly<Record<string, string>>): void {
      // Before a text, what went before is told; so are loose texts.
      if (WHOLE.has(name)) text = '';
      if (name === 'comment' || name === 'threadedComment') cell = attributes['ref'] ?? '';
      else if (name === 'author') unread = true;
      else if (name === 'cacheField') fields.push(attributes['name'] ?? '');
      else if (name === 's') tell(attributes['v'] ?? '');
      else if (name === 'Relationship' && attributes['TargetMode'] === 'External')
        tell(attributes['Target'] ?? '');
    },
    close(name: string): void {
      if (name === 'author') unread = false;
      if (name === 'cacheFields') {
        done({ where, texts: fields, headings: true });
        fields = [];
      }
      if (!WHOLE.has(name)) return;
      if (text !== '') tell(text, cell === '' ? '' : ` on cell ${cell}`);
      text = '';
    },
    text(piece: string): void {
      if (!unread) text += piece;
    },
  };
}
