import { covidNote } from '../../../shared/catalogue/outcomes/years.ts';
import type { Period } from '../../../shared/period/period.ts';
import { html } from '../../dom/element.ts';
import { yearText } from '../../words/outcomes.ts';
import { silentYears } from '../../words/silent-years.ts';

/** What Covid did to school years that a page shows, each note once; nothing for ordinary years. */
export function covidYears(
  metrics: readonly string[],
  years: readonly (Period | null | undefined)[],
): readonly HTMLElement[] {
  const notes = years.flatMap((year) =>
    year
      ? metrics.flatMap((metric) => covidNote(metric, year) ?? []).map((note) => `${yearText(year)}: ${note}`)
      : [],
  );
  return [...new Set(notes)].map((note) => html('p', { class: 'notice' }, note));
}

/** Which years have no result and why; nothing where none is left out. */
export function yearsWithout(metric: string, known: readonly Period[]): readonly HTMLElement[] {
  return silentYears(metric, known).map(({ years, why }) => noFigure(years, why));
}

/** Says of school years that they have no figure, and why. */
export function noFigure(years: readonly Period[], why: string): HTMLElement {
  return html('p', { class: 'notice' }, `No figure for ${years.map(yearText).join(' and ')}. ${why}`);
}
