import { termById } from '../../shared/catalogue/glossary.ts';
import { html } from '../dom/element.ts';
import { section } from './section.ts';

/** The words of this page that not everybody knows. */
const SHOWN = ['ehcp', 'inmss', 'dsg', 'hnb', 'safety-valve', 'statistical-neighbours', 'rolling-12'];

/** What the words on the page mean. */
export function terms(): HTMLElement {
  return section(
    'terms',
    'What the words mean',
    html(
      'dl',
      { class: 'terms' },
      SHOWN.flatMap((id) => termById(id) ?? []).map(({ term, short, meaning }) =>
        html('div', {}, html('dt', {}, term), html('dd', {}, `${short}. ${meaning}`)),
      ),
    ),
  );
}
