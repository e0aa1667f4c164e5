import { textOf } from '../entry.ts';
import type { Joined } from '../links.ts';

/** What the registers do not say, so that an empty list is not taken for good news; empty when they say it all. */
export function registersNote(all: Joined): string {
  const workstreams = all.entries('programme');
  const undated = workstreams.filter(({ fields }) => textOf(fields, 'due') === null).length;
  const unowned = workstreams.filter(({ fields }) => textOf(fields, 'ownerRole') === null).length;
  const of = workstreams.length;
  return [
    ...absent(all, 'programme', 'No file has named any workstream yet (feed programme).'),
    ...absent(all, 'milestones', 'No file has named any milestone yet (feed milestones).'),
    ...absent(all, 'risks', 'No file has named any risk yet (feed risks).'),
    ...(undated === 0
      ? []
      : [`${undated} of ${of} workstreams have no due day, so they cannot be called late.`]),
    ...(unowned === 0 ? [] : [`${unowned} of ${of} workstreams have no owner given.`]),
  ].join(' ');
}

function absent({ entries }: Joined, feed: string, text: string): readonly string[] {
  return entries(feed).length === 0 ? [text] : [];
}
