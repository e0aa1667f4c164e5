import { type Address, addressOf } from '../address.ts';
import { html } from '../dom/element.ts';
import { plainDayText } from '../words/when.ts';

/** Says over a page that it shows what was known on an earlier day, with the way back. */
export function earlierDay(address: Address, asOf: string): HTMLElement {
  return html(
    'p',
    { class: 'notice notice-earlier' },
    `These are the figures as they were known at the end of ${plainDayText(asOf)}. `,
    html('a', { href: addressOf({ ...address, asOf: undefined }) }, 'Show what is known today'),
  );
}
