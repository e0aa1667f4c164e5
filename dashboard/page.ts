import type { Summary } from '../shared/recompute/summary/summary-view.ts';
import { rememberArea } from './address.ts';
import type { Failed } from './api/ask.ts';
import { type AreaItem, askAreas, askPage, type PageAnswers } from './api/questions.ts';
import { html } from './dom/element.ts';
import { alerts } from './parts/alerts.ts';
import { areaPicker } from './parts/area-picker.ts';
import { changes } from './parts/changes.ts';
import { chartSection } from './parts/chart-section.ts';
import { drops } from './parts/drops.ts';
import { failure } from './parts/failure.ts';
import { measures } from './parts/measures.ts';
import { overall } from './parts/overall.ts';
import { sources } from './parts/sources.ts';
import { terms } from './parts/terms.ts';

/** The last page asked for: an answer to an earlier question is not shown over it. */
let asked = 0;

/** Shows the first page of a council, or of the first that the reader may see. */
export async function showPage(wanted: string | undefined): Promise<void> {
  asked += 1;
  const question = asked;
  const isLate = () => question !== asked;
  const again = () => void showPage(wanted);
  show(html('h1', {}, 'Loading the figures'), html('p', { class: 'loading', role: 'status' }, 'One moment…'));
  const listed = await askAreas();
  if (isLate()) return;
  if (listed.kind === 'failed') return showFailure(listed, again);
  const { items: areas } = listed.body;
  const area = areas.find(({ code }) => code === wanted) ?? (wanted === undefined ? areas[0] : undefined);
  if (!area) return showFailure({ kind: 'failed', status: 404, detail: noSuchArea(wanted) }, again);
  showPicker(areas, area);
  const answers = await askPage(area.code);
  if (isLate()) return;
  if (answers.summary.kind === 'failed') return showFailure(answers.summary, again);
  showCouncil(area, answers.summary.body, answers);
}

function showCouncil(
  area: AreaItem,
  summary: Summary,
  { series, alerts: raised, drops: files }: PageAnswers,
) {
  document.title = `${area.name}: special needs plans and money – Bellwether`;
  show(
    html('h1', {}, area.name),
    html('p', { class: 'lead' }, 'Plans for children with special educational needs, and the money for them'),
    overall(summary),
    measures(summary),
    chartSection(series),
    alerts(raised),
    changes(summary),
    drops(area.code, files),
    sources(summary),
    terms(),
  );
}

function showPicker(areas: readonly AreaItem[], area: AreaItem): void {
  const picker = areaPicker(areas, area.code, (code) => {
    rememberArea(code);
    void showPage(code);
  });
  document.getElementById('area-picker')?.replaceChildren(...(picker ? [picker] : []));
}

function showFailure(failed: Failed, again: () => void): void {
  document.title = 'Figures cannot be shown – Bellwether';
  show(html('h1', {}, 'Bellwether'), failure(failed, again));
}

function show(...content: readonly Node[]): void {
  document.getElementById('main')?.replaceChildren(...content);
}

function noSuchArea(wanted: string | undefined): string {
  return wanted === undefined
    ? 'No council is set up here, or your sign-in covers none.'
    : `This system does not hold a council with the code “${wanted.slice(0, 20)}”. Open the first page again.`;
}
