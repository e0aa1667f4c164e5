/**
 * Lines that a page shows and that were not printed, each after the one before: `…` stands for anything, and so do
 * times, the ids that are made of them, and what lies beyond this machine's folder.
 */
export function missingLines(shown: readonly string[], printed: string): readonly string[] {
  const lines = printed.split('\n').map(settled);
  let from = 0;
  return shown.filter((line) => {
    if (line.trim() === '' || line.trim() === '…') return false;
    const wanted = new RegExp(`^${settled(line).split('…').map(escaped).join('.*')}$`);
    const at = lines.findIndex((each, index) => index >= from && wanted.test(each));
    if (at < 0) return true;
    from = at + 1;
    return false;
  });
}

/** The fields of a block of JSON, shortened with `…`, that a JSON text nowhere has, as `"name": value`. */
export function missingFields(shown: string, printed: string): readonly string[] {
  const there = new Set<string>();
  collect(JSON.parse(printed), there);
  const fields = shown.matchAll(/("\w+"): ("(?:[^"\\]|\\.)*"|-?[\d.]+(?:e[+-]?\d+)?|true|false|null)/g);
  return [...fields]
    .map(([, name = '', value = '']) => settled(`${name}: ${value}`))
    .filter((field) => !field.includes('…') && !there.has(field));
}

function collect(value: unknown, into: Set<string>): void {
  if (value === null || typeof value !== 'object') return;
  for (const [name, each] of Object.entries(value)) {
    if (each === null || typeof each !== 'object')
      into.add(settled(`${JSON.stringify(name)}: ${JSON.stringify(each)}`));
    collect(each, into);
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function settled(text: string): string {
  return (
    text
      .trimEnd()
      .replaceAll(/\d{8}T\d{9}Z-[0-9a-f]{24}/g, '<drop>')
      .replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g, '<time>')
      .replaceAll(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '<id>')
      .replaceAll(/"[0-9a-f]{32}"/g, '"<version>"')
      // The last digits of a fraction depend on the processor.
      .replaceAll(/(\d\.\d{8})\d+/g, '$1')
      .replaceAll(/\b\d{8}-[0-9a-f]{8}\b/g, '<run>')
      .replaceAll(/(data in )\S+(\.local)/g, '$1$2')
      .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'http://127.0.0.1')
  );
}
