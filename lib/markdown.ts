/**
 * The part of Markdown that the runbooks are written in, as HTML: headings with the anchors that GitHub gives them,
 * paragraphs, lists, tables, code, bold, italic and links. Links to other files of the repository are left as text:
 * where this is served they are not.
 */
export function htmlOf(markdown: string): string {
  return blocksOf(markdown).map(blockHtml).join('\n');
}

/** Paragraphs and the like; what stands in a fence is one, blank lines and all. */
function blocksOf(markdown: string): readonly string[] {
  return markdown
    .split(/(^```[\s\S]*?^```$)/m)
    .flatMap((part) => (part.startsWith('```') ? [part] : part.split(/\n{2,}/)))
    .map((block) => block.replace(/^\n+|\s+$/g, ''))
    .filter((block) => block !== '');
}

function blockHtml(block: string): string {
  if (block.startsWith('```'))
    return `<pre tabindex="0"><code>${escaped(block.split('\n').slice(1, -1).join('\n'))}</code></pre>`;
  const heading = /^(#{1,4}) (.*)$/.exec(block);
  if (heading) {
    const [, { length: level } = '', text = ''] = heading;
    return `<h${level} id="${anchorOf(text)}">${inline(text)}</h${level}>`;
  }
  if (block.startsWith('|')) return tableHtml(block.split('\n'));
  const lists = [
    [/^(?:- )/m, 'ul'],
    [/^(?:\d+\. )/m, 'ol'],
  ] as const;
  for (const [mark, tag] of lists) {
    if (block.search(mark) !== 0) continue;
    const items = block.split(/\n(?=- |\d+\. )/).map((item) => item.replace(mark, ''));
    return `<${tag}>\n${items.map((item) => `<li>${inline(item)}</li>`).join('\n')}\n</${tag}>`;
  }
  return `<p>${inline(block)}</p>`;
}

/** Rows of cells; the second row only draws the line under the head. */
function tableHtml(lines: readonly string[]): string {
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => inline(cell.trim())),
  );
  const cells = (row: readonly string[], tag: 'th' | 'td') =>
    `<tr>${row.map((cell) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${cell}</${tag}>`).join('')}</tr>`;
  return `<div class="table-scroll" tabindex="0" role="region" aria-label="Table"><table><thead>${cells(head, 'th')}</thead><tbody>${rows.map((row) => cells(row, 'td')).join('')}</tbody></table></div>`;
}

/** As GitHub makes them: `Late file` → `late-file`. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');
}

/** Code, bold, italic and links within a line of Markdown. */
export function inline(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) =>
      part.startsWith('`') ? `<code>${escaped(part.slice(1, -1))}</code>` : marked(escaped(part)),
    )
    .join('');
}

function marked(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\((#[^)]+|https?:[^)]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\*([^*]+)\*/g, '<em>$1</em>');
}

/** A text as it stands in HTML, between tags or in quotes. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
