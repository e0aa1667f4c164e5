import { glossary } from '../../shared/catalogue/glossary.ts';
import { type Address, replaceWith } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { type AreaItem, askMetrics, type MetricItem } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { glossaryEntry } from '../parts/glossary-entry.ts';
import { pageContents } from '../parts/page-contents.ts';
import { section } from '../parts/section.ts';
import { chaptersOf, isAskedFor } from '../words/glossary-index.ts';

/** Every word that is explained, from A to Z, with the measures that use it; typing leaves those that speak of it. */
export async function glossaryPage(area: AreaItem, address: Address): Promise<Answer<PageContent>> {
  const answer = await askMetrics();
  if (answer.kind === 'failed') return answer;
  return {
    kind: 'ok',
    body: {
      title: 'Glossary',
      content: [
        html('h1', {}, 'Glossary'),
        html('p', { class: 'lead' }, 'What short forms, words and signs mean, and which measures use them'),
        ...index({ ...address, area: area.code }, answer.body.items),
      ],
    },
  };
}

function index(address: Address, metrics: readonly MetricItem[]): readonly HTMLElement[] {
  const measures = metrics.filter(({ supporting }) => !supporting);
  const chapters = chaptersOf(glossary).map(({ initial, terms }, at) => {
    const entries = terms.map((term) => {
      const using = measures.filter((measure) => measure.terms.some(({ id }) => id === term.id));
      return { term, element: glossaryEntry(term, using, address) };
    });
    const id = `chapter-${at + 1}`;
    const list = html(
      'dl',
      { class: 'terms' },
      entries.map(({ element }) => element),
    );
    return { id, initial, entries, element: section(id, initial, list) };
  });
  const contents = pageContents(chapters.map(({ id, initial }) => [id, initial]));
  const links = [...contents.querySelectorAll('li')];
  const { find: asked, ...others } = address.dimensions;
  const input = html('input', { type: 'search', id: 'find', autocomplete: 'off', value: asked });
  const found = html('p', { class: 'words-found', role: 'status' });
  const find = () => {
    let count = 0;
    for (const [at, { entries, element: chapter }] of chapters.entries()) {
      for (const { term, element } of entries) element.hidden = !isAskedFor(term, input.value);
      const left = entries.filter(({ element }) => !element.hidden).length;
      chapter.hidden = left === 0;
      // The letter of an empty chapter keeps its place: nothing moves while somebody types.
      links[at]?.classList.toggle('is-away', left === 0);
      count += left;
    }
    found.textContent = foundText(count, input.value.trim());
  };
  input.addEventListener('input', () => {
    find();
    const typed = input.value.trim();
    replaceWith({ ...address, dimensions: typed === '' ? others : { ...others, find: typed } });
  });
  find();
  return [
    html('div', { class: 'find' }, html('label', { for: 'find' }, 'Find a word'), input, found),
    contents,
    ...chapters.map(({ element }) => element),
  ];
}

function foundText(count: number, typed: string): string {
  if (count === 0) return `No word speaks of “${typed}”. Try fewer letters.`;
  return count === glossary.length ? `All ${count} shown` : `${count} of ${glossary.length} shown`;
}
