/** An element: its name, and its text or its children. */
export type XmlNode = readonly [name: string, content: XmlContent];
export type XmlContent = string | number | boolean | readonly XmlNode[];

/** The text of a document; `namespace` goes on its root. */
export function xmlDocument(root: string, content: XmlContent, namespace?: string): string {
  const attribute = namespace === undefined ? '' : ` xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${inner(content)}</${root}>`;
}

function inner(content: XmlContent): string {
  if (typeof content !== 'object') return escapeText(String(content));
  return content.map(([name, within]) => `<${name}>${inner(within)}</${name}>`).join('');
}

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Control characters become references, as S3 writes them: a reader would otherwise turn CR into LF. */
function escapeText(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: keys may hold them.
    /[&<>"'\u0000-\u001f\u007f\u0085\u2028\ufffe\uffff]/g,
    (mark) => named[mark] ?? `&#${mark.charCodeAt(0)};`,
  );
}
