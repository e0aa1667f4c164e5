import type { DropReport } from '../facts/drop.ts';

/**
 * A message with the headings of the file in the place of the feed's own names: `ehcp_active` is nobody's word. Names
 * that are also plain words (`month`, `value`) stay.
 */
export function inOwnWords({ header }: Pick<DropReport, 'header'>, message: string): string {
  const headings = new Map(header?.columns.map(({ name, heading }) => [name, heading]));
  return message.replace(/\b[a-z0-9]+(_[a-z0-9]+)+\b/g, (name) => {
    const heading = headings.get(name);
    return heading === undefined || heading === name ? name : `“${heading}”`;
  });
}
