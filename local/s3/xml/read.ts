/** An element as read. `text` is all character data directly in it, exactly as sent. */
export type XmlElement = {
  readonly name: string;
  readonly children: readonly XmlElement[];
  readonly text: string;
};

/** What is wrong with the document. */
export type XmlProblem = { readonly problem: string };

type Open = { name: string; children: XmlElement[]; text: string };

const deepest = 8;

// One token of the subset that S3's request bodies use. Document types are refused: they carry entity bombs.
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/(?<close>[^\s<>/]+)\s*>|<(?<open>[^\s<>/!?]+)(?:\s+[^<>]*?)?(?<empty>\/?)>|(?<text>[^<]+)/y;

/**
 * Reads a small XML document: elements, text, CDATA, comments, the five named entities and character references.
 * Attributes are skipped and prefixes dropped. Never throws.
 * Our own, because the request bodies of S3 are two small shapes and no XML parser is a dependency here.
 */
export function readXml(source: string): XmlElement | XmlProblem {
  const xml = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const top: Open = { name: '', children: [], text: '' };
  const stack: Open[] = [top];
  const reader = new RegExp(token.source, 'y');
  while (reader.lastIndex < xml.length) {
    const at = reader.lastIndex;
    const match = reader.exec(xml);
    if (match === null) return { problem: `no element or text can begin at character ${at}` };
    const problem = take(match.groups ?? {}, stack);
    if (problem !== null) return { problem };
  }
  const [root, second] = top.children;
  if (stack.length > 1) return { problem: `element ${stack.at(-1)?.name ?? ''} is never closed` };
  if (root === undefined || second !== undefined || top.text.trim() !== '') {
    return { problem: 'one root element is needed' };
  }
  return root;
}

function take(found: Record<string, string | undefined>, stack: Open[]): string | null {
  const current = stack.at(-1);
  if (current === undefined) return 'nothing is open';
  const { text, cdata, open, empty, close } = found;
  if (text !== undefined) {
    const plain = unescapeText(text);
    if (plain === null) return 'an entity is not known';
    current.text += plain;
  } else if (cdata !== undefined) {
    current.text += cdata;
  } else if (open !== undefined) {
    const element: Open = { name: localName(open), children: [], text: '' };
    current.children.push(element);
    if (empty !== '/') stack.push(element);
    if (stack.length > deepest) return 'elements lie too deep';
  } else if (close !== undefined) {
    if (stack.length === 1 || current.name !== localName(close)) {
      return `element ${close} is closed where it is not open`;
    }
    stack.pop();
  }
  return null;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function unescapeText(text: string): string | null {
  let known = true;
  const plain = text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const meaning = whole.endsWith(';') ? meaningOf(name) : null;
    known &&= meaning !== null;
    return meaning ?? '';
  });
  return known ? plain : null;
}

function meaningOf(name: string): string | null {
  const { hex, decimal } = /^#(?:x(?<hex>[0-9a-fA-F]{1,6})|(?<decimal>[0-9]{1,7}))$/.exec(name)?.groups ?? {};
  if (hex === undefined && decimal === undefined) return entities.get(name) ?? null;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : null;
}

/** The text of the first child of that name, or null. */
export function childText(element: XmlElement, name: string): string | null {
  return element.children.find((child) => child.name === name)?.text ?? null;
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}
