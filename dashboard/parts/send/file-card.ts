import { headline } from '../../../shared/report/summary-words.ts';
import type { Failed } from '../../api/ask.ts';
import { askMapping, type Feed, type Headings, keepMapping, type Mapping } from '../../api/mappings.ts';
import { sendFile } from '../../api/send-file.ts';
import { CANNOT_TELL, type ChosenFile, MOST_TRIED, type Report, tryFile } from '../../api/try-file.ts';
import { type Content, html } from '../../dom/element.ts';
import { columnsUnderstood } from './columns-understood.ts';
import { fileFields } from './file-fields.ts';
import { progressSteps } from './progress-steps.ts';
import { reportShown } from './report-shown.ts';

/** What a card of a file needs of the page that it stands on. */
export type Dealings = {
  readonly area: string;
  readonly feeds: readonly Feed[];
  /** Says something to a reader who does not look. */
  readonly say: (text: string) => void;
  /** Whether this file can be sent may have changed. */
  readonly changed: () => void;
  /** A file was read. */
  readonly sent: () => Promise<void>;
  readonly leaveOut: (card: FileCard) => void;
  readonly reportAddress: (id: string) => string;
};

/** A file that was chosen: it is checked at once, and sent when the reader says so. */
export type FileCard = {
  readonly element: HTMLElement;
  canSend(): boolean;
  send(): Promise<void>;
};

type Stand = {
  /** What the file would become; undefined while it is checked, and where it could not be. */
  report?: Report | undefined;
  /** Headings of the council for the feed that was checked; undefined where they may not be changed. */
  settled?: Mapping | undefined;
  /** Headings as the reader has said them. */
  headings?: Headings | undefined;
  /** A file that is too large to be checked can be sent all the same. */
  unchecked?: boolean;
  isSent?: boolean;
};

/** Makes the card of a file; `id` is unlike that of every other. */
export function fileCard(id: string, file: File, dealings: Dealings): FileCard {
  const { area, say, changed } = dealings;
  let stand: Stand = {};
  let checks = 0;
  const shown = html('div', { class: 'checked' });
  const send = html(
    'button',
    { type: 'button', class: 'button' },
    'Send this file',
    hidden(`: ${file.name}`),
  );
  const leave = html(
    'button',
    { type: 'button', class: 'button button-quiet' },
    'Leave it out',
    hidden(`: ${file.name}`),
  );
  const fields = fileFields(id, {
    feed: () => {
      stand = {};
      void check();
    },
    knownAt: () => void check(),
  });
  const chosen = (): ChosenFile => ({ area, file, knownAt: fields.knownAt() });

  const card: FileCard = {
    element: html(
      'li',
      { class: 'file-card' },
      html('h3', { class: 'file' }, file.name),
      fields.element,
      shown,
      html('p', { class: 'buttons' }, send, leave),
    ),
    canSend: () => stand.isSent !== true && (stand.unchecked === true || mayBeSent(stand.report)),
    send: sendNow,
  };

  async function check(): Promise<void> {
    checks += 1;
    const mine = checks;
    const { headings } = stand;
    stand = { headings };
    show(html('p', { class: 'loading' }, 'Checking it. Nothing is stored.'));
    say(`Checking ${file.name}.`);
    if (file.size > MOST_TRIED) return showUnchecked();
    const answer = await tryFile(chosen(), fields.feed(), headings);
    if (mine !== checks) return;
    if (answer.kind === 'failed') return showFailed(answer, 'could not be checked');
    const report = answer.body;
    fields.guessed(report.feed);
    const asked = await askMapping(area, report.feed);
    if (mine !== checks) return;
    stand = { headings, report, settled: asked.kind === 'ok' ? asked.body : undefined };
    showReport(report);
    say(`${file.name}: ${headline(report).text}.`);
  }

  function showReport(report: Report): void {
    const { settled, headings } = stand;
    const feed = dealings.feeds.find((each) => each.id === report.feed);
    const own = headings ?? settled?.columns ?? {};
    const saying = settled && {
      own,
      id,
      say: (heading: string, column: string | null) => {
        const { [heading]: _before, ...others } = own;
        stand = { ...stand, headings: column === null ? others : { ...others, [heading]: column } };
        void check();
      },
    };
    const kept =
      headings === undefined
        ? null
        : html(
            'p',
            { class: 'fine' },
            'When you send it, what you said of its headings is kept: later files with these headings are read so too.',
          );
    show(reportShown(report), columnsUnderstood(report, feed, saying), kept);
  }

  function showUnchecked(): void {
    const known = fields.feed() !== undefined;
    stand = { unchecked: known };
    const text = `It is too large to be checked here first (more than 4.4 MB). ${known ? 'It is checked when it is sent: a file with too many faults is not taken.' : 'Choose what is in it; it is checked when it is sent.'}`;
    show(html('p', { class: 'notice' }, text));
    say(text);
  }

  async function sendNow(): Promise<void> {
    const { report, settled, headings } = stand;
    const feed = report?.feed ?? fields.feed();
    if (feed === undefined || !card.canSend()) return;
    stand = { ...stand, isSent: true };
    const progress = progressSteps(file.name);
    show(progress.element);
    fields.element.hidden = true;
    if (headings !== undefined && settled !== undefined) {
      const kept = await keepMapping(settled, headings);
      if (kept.kind === 'failed') return showUnsent(kept);
      stand = { ...stand, settled: kept.body, headings: undefined };
    }
    const answer = await sendFile(chosen(), feed, (step) => {
      const news = progress.show(step);
      if (news !== undefined) say(news);
    });
    if (answer.kind === 'failed') return showUnsent(answer);
    const address = dealings.reportAddress(answer.body.id);
    show(
      reportShown(answer.body),
      html('p', {}, html('a', { href: address }, 'The whole report', hidden(` of ${file.name}`))),
    );
    leave.replaceChildren('Put away', hidden(`: ${file.name}`));
    leave.hidden = false;
    say(`${file.name}: ${headline(answer.body).text}.`);
    await dealings.sent();
  }

  function showUnsent(failed: Failed): void {
    stand = { ...stand, isSent: false };
    fields.element.hidden = false;
    showFailed(failed, 'was not taken in');
  }

  function showFailed({ status, detail }: Failed, what: string): void {
    const text =
      status === CANNOT_TELL
        ? 'Its headings do not tell what is in it. Choose that above, and it is checked again.'
        : (detail ?? 'The service did not answer. Check your connection, then choose the file again.');
    show(html('p', { class: 'notice notice-failure' }, html('strong', {}, `${file.name} ${what}. `), text));
    say(`${file.name} ${what}. ${text}`);
  }

  /** Shows what there is to say; a field that had the focus keeps it. */
  function show(...content: readonly Content[]): void {
    const focused = document.activeElement?.id ?? '';
    shown.replaceChildren(html('div', {}, content));
    if (focused !== '') document.getElementById(focused)?.focus();
    send.hidden = !card.canSend();
    leave.hidden = stand.isSent === true;
    changed();
  }

  send.addEventListener('click', () => void sendNow());
  leave.addEventListener('click', () => dealings.leaveOut(card));
  void check();
  return card;
}

/** A file of which nothing would be taken is mended first: sending it would help nobody. */
function mayBeSent(report: Report | undefined): boolean {
  if (report === undefined || report.state === 'quarantined') return false;
  return report.cells > 0 || report.problemCount === 0;
}

function hidden(text: string): HTMLElement {
  return html('span', { class: 'hidden-text' }, text);
}
