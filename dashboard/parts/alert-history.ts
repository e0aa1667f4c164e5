import { type AlertChange, type AlertDetail, askAlertHistory } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import { dayText } from '../words/when.ts';
import { partFailure } from './failure.ts';
import { type Column, table } from './table.ts';

const STATES = {
  pending: 'waits for a second figure',
  firing: 'raised',
  acknowledged: 'taken on',
  resolved: 'over',
} as const satisfies Record<AlertDetail['state'], string>;

/** All that became of an alert, asked for when a reader opens it. */
export function alertHistory(area: string, { id, title }: AlertDetail): HTMLElement {
  const place = html('div', {});
  const details = html(
    'details',
    {},
    html('summary', {}, 'What became of it', html('span', { class: 'hidden-text' }, `: ${title}`)),
    place,
  );
  details.addEventListener('toggle', () => {
    if (!details.open || place.hasChildNodes()) return;
    void askAlertHistory(area, id).then((answer) =>
      place.replaceChildren(
        answer.kind === 'failed'
          ? partFailure('Its history', answer)
          : table('The first change first', columns, answer.body.history, 'table-history table-cards'),
      ),
    );
  });
  return details;
}

const columns: readonly Column<AlertChange>[] = [
  { heading: 'When', kind: 'row', cell: ({ at }) => dayText(at) },
  { heading: 'What', cell: ({ to, severity }) => `${STATES[to]}, ${severity}` },
  { heading: 'Who was told', cell: toldText },
  {
    heading: 'By',
    cell: ({ by, note }) => (by === null ? 'the figures' : note === null ? by : `${by}: “${note}”`),
  },
];

function toldText({ message, withheld }: AlertChange): string {
  if (message !== null) return 'on-call staff';
  return withheld === null ? 'nobody' : 'nobody: it was silenced or held back';
}
