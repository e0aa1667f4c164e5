import { stages } from '../../../shared/catalogue/outcomes/stages.ts';
import { type Address, addressOf } from '../../address.ts';
import { html } from '../../dom/element.ts';
import { yearText } from '../../words/outcomes.ts';

/** The way to each stage's scorecard; the one that is shown is marked. */
export function stageLinks({ area, asOf }: Address, current: string | undefined): HTMLElement {
  return links(
    'Stages of school',
    stages.map(({ id, name }) => ({
      text: name,
      href: addressOf({ area, page: 'scorecard', stage: id, asOf }),
      current: id === current,
    })),
  );
}

/** The way to the other years of a scorecard, the newest first. */
export function yearLinks(
  { area, asOf }: Address,
  stage: string,
  years: readonly string[],
  current: string | null,
): HTMLElement | null {
  if (years.length < 2) return null;
  return links(
    'School years',
    years.map((year) => ({
      text: yearText(year),
      href: addressOf({ area, page: 'scorecard', stage, year, asOf }),
      current: year === current,
    })),
  );
}

export type Link = { readonly text: string; readonly href: string; readonly current: boolean };

export function links(label: string, all: readonly Link[]): HTMLElement {
  return html(
    'nav',
    { class: 'choices', 'aria-label': label },
    html('span', { class: 'choices-label', 'aria-hidden': 'true' }, `${label}:`),
    html(
      'ul',
      {},
      all.map(({ text, href, current }) =>
        html('li', {}, html('a', { href, 'aria-current': current ? 'page' : undefined }, text)),
      ),
    ),
  );
}
