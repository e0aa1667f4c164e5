import { type Address, remember } from './address.ts';
import type { Answer, Failed } from './api/ask.ts';
import { type AreaItem, askAreas } from './api/questions.ts';
import { html } from './dom/element.ts';
import { summaryPage } from './pages/summary.ts';
import { areaPicker } from './parts/area-picker.ts';
import { earlierDay } from './parts/earlier-day.ts';
import { type Fault, failure } from './parts/failure.ts';
import { markNavigation } from './parts/navigation.ts';
import { explainWords } from './parts/terms.ts';
import type { PageName } from './site-map.ts';

/** What a page shows: its title and its content, or why it has none. */
export type PageContent = { readonly title: string; readonly content: readonly Node[] };

/** Asks for all that a page of a council needs, and makes it; `areas` are all that the reader may see. */
export type MakePage = (
  area: AreaItem,
  address: Address,
  areas: readonly AreaItem[],
) => Promise<Answer<PageContent>>;

/** The first page is there at once; the script of any other is fetched when it is first asked for. */
const pages: Readonly<Record<PageName, () => MakePage | Promise<MakePage>>> = {
  summary: () => summaryPage,
  measure: () => import('./pages/measure.ts').then(({ measurePage }) => measurePage),
  measures: () => import('./pages/measures.ts').then(({ measuresPage }) => measuresPage),
  programme: () => import('./pages/programme.ts').then(({ programmePage }) => programmePage),
  scenarios: () => import('./pages/scenarios.ts').then(({ scenariosPage }) => scenariosPage),
  finance: () => import('./pages/finance.ts').then(({ financePage }) => financePage),
  bridge: () => import('./pages/bridge.ts').then(({ bridgePage }) => bridgePage),
  outcomes: () => import('./pages/outcomes.ts').then(({ outcomesPage }) => outcomesPage),
  scorecard: () => import('./pages/scorecard.ts').then(({ scorecardPage }) => scorecardPage),
  gaps: () => import('./pages/gaps.ts').then(({ gapsPage }) => gapsPage),
  replay: () => import('./pages/replay.ts').then(({ replayPage }) => replayPage),
  compare: () => import('./pages/compare.ts').then(({ comparePage }) => comparePage),
  alerts: () => import('./pages/alerts.ts').then(({ alertsPage }) => alertsPage),
  glossary: () => import('./pages/glossary.ts').then(({ glossaryPage }) => glossaryPage),
  files: () => import('./pages/files.ts').then(({ filesPage }) => filesPage),
  file: () => import('./pages/file.ts').then(({ filePage }) => filePage),
  reconciliation: () =>
    import('./pages/reconciliation.ts').then(({ reconciliationPage }) => reconciliationPage),
  brief: () => import('./pages/brief.ts').then(({ briefPage }) => briefPage),
  cohorts: () => import('./pages/cohorts.ts').then(({ cohortsPage }) => cohortsPage),
  overlaps: () => import('./pages/overlaps.ts').then(({ overlapsPage }) => overlapsPage),
  places: () => import('./pages/places.ts').then(({ placesPage }) => placesPage),
  correlation: () => import('./pages/correlation.ts').then(({ correlationPage }) => correlationPage),
  'school-types': () => import('./pages/school-types.ts').then(({ schoolTypesPage }) => schoolTypesPage),
};

/** The last page asked for: an answer to an earlier question is not shown over it. */
let asked = 0;

/** Shows the page that an address names, or why it cannot be shown: never nothing. */
export async function showPage(address: Address): Promise<void> {
  asked += 1;
  const question = asked;
  const isLate = () => question !== asked;
  showLoading();
  const made = await pageOf(address, isLate);
  if (isLate()) return;
  if (made.kind !== 'ok') return showFailure(made, () => void showPage(address));
  document.title = `${made.body.title} – Bellwether`;
  const { asOf } = address;
  show(...(asOf === undefined ? [] : [earlierDay(address, asOf)]), ...made.body.content);
  goTo(location.hash.slice(1));
  // At the foot of the page, so that nobody waits for them: first its figures are drawn.
  requestAnimationFrame(() => setTimeout(() => isLate() || explain(address)));
}

/** The page that explains all words needs no part that explains its own. */
function explain(address: Address): void {
  const main = document.getElementById('main');
  if (main && address.page !== 'glossary') explainWords(main, address);
}

/** The page of an address; a fault of its own is an answer too. */
async function pageOf(address: Address, isLate: () => boolean): Promise<Answer<PageContent> | Fault> {
  try {
    // Both at once; a script that does not come is a page from before a new version, or no connection.
    const [listed, make] = await Promise.all([askAreas(), pageMaker(address.page)]);
    if (listed.kind === 'failed' || isLate()) return listed.kind === 'failed' ? listed : LATE;
    const { items: areas } = listed.body;
    const { area: wanted } = address;
    const area = areas.find(({ code }) => code === wanted) ?? (wanted === undefined ? areas[0] : undefined);
    if (!area) return { kind: 'failed', status: 404, detail: noSuchArea(wanted, areas) };
    const here = { ...address, area: area.code };
    showPicker(areas, area, here);
    markNavigation(here);
    return make === undefined ? { kind: 'fault', of: 'script' } : await make(area, here, areas);
  } catch (thrown) {
    console.error(thrown);
    return { kind: 'fault', of: 'page' };
  }
}

/** Of a page that nobody waits for any more. */
const LATE: Failed = { kind: 'failed', status: null, detail: null };

async function pageMaker(name: PageName): Promise<MakePage | undefined> {
  try {
    return await pages[name]();
  } catch {
    return undefined;
  }
}

function showPicker(areas: readonly AreaItem[], area: AreaItem, here: Address): void {
  const picker = areaPicker(areas, area.code, (code) => {
    const there = { ...here, area: code };
    remember(there);
    void showPage(there);
  });
  document.getElementById('area-picker')?.replaceChildren(...(picker ? [picker] : []));
}

function showFailure(failed: Failed | Fault, again: () => void): void {
  document.title = 'Figures cannot be shown – Bellwether';
  show(html('h1', {}, 'Bellwether'), failure(failed, again));
}

/** The same that the document itself holds before any script has come. */
function showLoading(): void {
  show(
    html('h1', {}, 'Loading the figures'),
    html('p', { class: 'loading', role: 'status' }, 'One moment…'),
    html(
      'p',
      { class: 'loading-long' },
      'This takes longer than it should. Check your connection, then ',
      html('a', { href: location.search || '?' }, 'load the page again'),
      '.',
    ),
  );
}

function show(...content: readonly Node[]): void {
  document.getElementById('main')?.replaceChildren(...content);
}

/** The part of the page that the address names after its `#`: it was not there yet when the browser looked for it. */
function goTo(id: string): void {
  const target = id === '' ? null : document.getElementById(id);
  target?.setAttribute('tabindex', '-1');
  target?.focus();
  target?.scrollIntoView();
}

function noSuchArea(wanted: string | undefined, areas: readonly AreaItem[]): string {
  if (areas.length === 0)
    return 'Your sign-in covers no council that is set up here. Ask whoever looks after Bellwether in your council for access.';
  const [first] = areas;
  const open =
    areas.length === 1 && first ? `You may see ${first.name}: open the first page.` : 'Open the first page.';
  return `You may not see a council with the code “${wanted?.slice(0, 20)}”, or there is none here. ${open}`;
}
