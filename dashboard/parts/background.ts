import type { Answer } from '../api/ask.ts';
import type { List, MetricItem } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import { partFailure } from './failure.ts';
import { nothing, section } from './section.ts';

const HEADING = 'What it means';

/** What a measure counts, why it matters, and what must be known of its group. */
export function background(metric: string, answer: Answer<List<MetricItem>>, note?: string): HTMLElement {
  if (answer.kind === 'failed') return section('background', HEADING, partFailure('The definition', answer));
  const found = answer.body.items.find(({ id }) => id === metric);
  if (!found) return section('background', HEADING, nothing('The catalogue does not know this measure.'));
  const { definition, background: text } = found;
  return section(
    'background',
    HEADING,
    html('p', {}, definition),
    html('p', {}, text),
    note === undefined ? null : html('p', {}, note),
  );
}
