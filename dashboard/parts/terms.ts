import { type Address, addressOf } from '../address.ts';
import { html } from '../dom/element.ts';
import { explanation, termsIn } from '../words/terms-in.ts';
import { section } from './section.ts';

/**
 * Ends a page with what its words mean: every word of the glossary that stands in it, also in parts that come or
 * change later.
 */
export function explainWords(main: HTMLElement, address: Address): void {
  const list = html('dl', { class: 'terms' });
  const part = section(
    'terms',
    'What the words mean',
    list,
    html(
      'p',
      { class: 'all-words' },
      html('a', { href: glossaryAddress(address) }, 'All words, and the measures that use them'),
    ),
  );
  let shown = '';
  const explain = () => {
    const terms = termsIn(textOf(main, part));
    const ids = terms.map(({ id }) => id).join();
    if (ids === shown && part.isConnected) return;
    shown = ids;
    list.replaceChildren(
      ...terms.map((term) => html('div', {}, html('dt', {}, term.term), html('dd', {}, explanation(term)))),
    );
    part.hidden = terms.length === 0;
    if (!part.isConnected) main.append(part);
  };
  explain();
  let waiting = false;
  watching?.disconnect();
  watching = new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      if (part.isConnected) explain();
    });
  });
  watching.observe(main, { childList: true, subtree: true, characterData: true });
}

/** Looks for words that come later; one page at a time. */
let watching: MutationObserver | undefined;

function glossaryAddress({ area, asOf }: Address): string {
  return addressOf({ area, page: 'glossary', asOf });
}

/** The texts of a page one by one, so that no word runs into the next cell; without the part that explains them. */
function textOf(main: HTMLElement, except: HTMLElement): string {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node === except ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const texts: string[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode.data);
  return texts.join('\n');
}
