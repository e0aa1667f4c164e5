import { feedTitles } from '../../../shared/catalogue/feed-titles.ts';
import { html } from '../../dom/element.ts';

/** What a reader says of a file: what is in it, and when its figures were known. */
export type FileFields = {
  readonly element: HTMLElement;
  /** The feed that was said or guessed; undefined where neither has happened. */
  feed(): string | undefined;
  /** A day, `2024-11-10`; undefined: now. */
  knownAt(): string | undefined;
  /** Shows the feed that was found by the headings of the file, unless the reader has said one. */
  guessed(feed: string): void;
};

/** The fields of a file; each callback is told that the reader has said something else. */
export function fileFields(
  id: string,
  changed: { readonly feed: () => void; readonly knownAt: () => void },
): FileFields {
  const feed = html(
    'select',
    { id: `${id}-feed`, 'aria-describedby': `${id}-feed-hint` },
    html('option', { value: '' }, 'Choose what is in it'),
    feedTitles.map((each) => html('option', { value: each.id }, each.title)),
  );
  const hint = html(
    'span',
    { class: 'fine', id: `${id}-feed-hint` },
    'Found by its headings. Change it if it is wrong.',
  );
  const known = html('input', {
    id: `${id}-known-at`,
    type: 'date',
    'aria-describedby': `${id}-known-at-hint`,
  });
  feed.addEventListener('change', changed.feed);
  known.addEventListener('change', changed.knownAt);
  return {
    element: html(
      'div',
      { class: 'file-fields' },
      html('p', { class: 'field' }, html('label', { for: feed.id }, 'What is in it'), hint, feed),
      html(
        'p',
        { class: 'field' },
        html('label', { for: known.id }, 'When its figures were known'),
        html('span', { class: 'fine', id: `${id}-known-at-hint` }, 'Leave empty for today.'),
        known,
      ),
    ),
    feed: () => said(feed.value),
    knownAt: () => said(known.value),
    guessed: (found) => {
      feed.value = found;
    },
  };
}

function said(value: string): string | undefined {
  return value === '' ? undefined : value;
}
