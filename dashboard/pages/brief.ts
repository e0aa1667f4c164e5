import { type Address, addressOf, replaceWith } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { type AreaItem, askRatings, askSummary, type List, type RatingItem } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { type BriefOf, briefBlock } from '../parts/brief/brief-block.ts';
import { briefChoice, type Offered } from '../parts/brief/brief-choice.ts';
import { ratingTag } from '../parts/rating-tag.ts';
import { nothing } from '../parts/section.ts';
import { chosenIn, saidOf, YEARS_AHEAD } from '../words/brief.ts';
import { unbroken } from '../words/unbroken.ts';
import { dayText, plainDayText } from '../words/when.ts';

/** A brief for a committee: chosen charts, each with a sentence and its table, to be printed. */
export async function briefPage(area: AreaItem, address: Address): Promise<Answer<PageContent>> {
  const { asOf, dimensions } = address;
  const [summary, ratings] = await Promise.all([askSummary(area.code, asOf), askRatings(area.code, asOf)]);
  if (summary.kind === 'failed') return summary;
  const { overall, madeAt } = summary.body;
  const day = asOf === undefined ? dayText(madeAt) : plainDayText(asOf);
  const of: BriefOf = { area: area.code, council: area.name, region: area.region, asOf, day };
  const chosen = chosenIn(dimensions['show']);
  const blocks = blockPlace(of);
  await blocks.show(chosen);
  const choice = briefChoice(offeredIn(ratings), chosen, (next) => {
    const show = saidOf(next);
    replaceWith({ ...address, dimensions: show === undefined ? {} : { show } });
    void blocks.show(next);
  });
  return {
    kind: 'ok',
    body: {
      title: `Committee brief: ${area.name}`,
      content: [
        html('h1', {}, `${area.name}: committee brief`),
        html(
          'p',
          { class: 'lead' },
          `Special needs plans, the money for them, and results of schools, as known on ${day}`,
        ),
        html('p', { class: 'brief-overall' }, ratingTag(overall.rating, true), ` ${unbroken(overall.why)}`),
        tools(choice, addressOf({ area: area.code, asOf, page: 'brief' })),
        blocks.element,
      ],
    },
  };
}

function tools(choice: HTMLElement, usual: string): HTMLElement {
  const print = html('button', { type: 'button', class: 'button' }, 'Print it, or keep it as a PDF');
  print.addEventListener('click', () => globalThis.print());
  return html(
    'div',
    { class: 'brief-tools' },
    print,
    html(
      'details',
      {},
      html('summary', {}, 'Choose and order the charts'),
      html(
        'p',
        {},
        'The address of this page keeps your choice: send it on, or put it among your bookmarks.',
      ),
      choice,
      html('p', {}, html('a', { href: usual }, 'Back to the usual charts')),
    ),
  );
}

/** Every measure that has a figure, and the money of the years ahead. */
function offeredIn(ratings: Answer<List<RatingItem>>): readonly Offered[] {
  const whole = ratings.kind === 'ok' ? ratings.body.items.filter(isWhole) : [];
  const names = new Map(whole.map(({ metric, name }) => [metric, name]));
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .concat([{ id: YEARS_AHEAD, name: 'The money in the years ahead' }])
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

function isWhole({ dimensions }: RatingItem): boolean {
  return Object.keys(dimensions).every((name) => name === 'financialYear');
}

/** Where the charts stand; each is asked for once, however often they are ordered anew. */
function blockPlace(of: BriefOf) {
  const made = new Map<string, Promise<HTMLElement>>();
  const element = html('div', { class: 'brief' });
  let latest = 0;
  const blockOf = (id: string) => {
    const known = made.get(id) ?? briefBlock(id, of);
    made.set(id, known);
    return known;
  };
  return {
    element,
    async show(chosen: readonly string[]): Promise<void> {
      latest += 1;
      const mine = latest;
      const blocks = await Promise.all(chosen.map(blockOf));
      if (mine !== latest) return;
      element.replaceChildren(
        ...(blocks.length === 0 ? [nothing('No chart is chosen. Add one above.')] : blocks),
      );
    },
  };
}
