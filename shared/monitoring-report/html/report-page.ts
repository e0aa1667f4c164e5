import { dayText, whenText } from '../../rating/period-text.ts';
import { type Html, html } from '../../report/html-text.ts';
import type { AccuracyRow, MonitoringReport, ReportRisk } from '../report-schema.ts';
import { accuracyText, movementText, shareText, wholeText } from '../report-words.ts';
import { conditionSection } from './condition-section.ts';
import { pageStyle, reportPolicy } from './page-style.ts';
import { type PageColumn, pageTable, ratingMark, saidOr } from './page-table.ts';

export { reportPolicy };

/** The report as a page that can be read, printed and kept as one file; everything out of a file is escaped. */
export function reportPage(report: MonitoringReport): string {
  const { name, update, knownOn, overall, conditions, risks, definitions, accuracy, submitted } = report;
  const title = `Quarterly monitoring report, ${whenText(update)}`;
  const page = html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}: ${name}</title>
<style>${{ html: pageStyle }}</style>
</head>
<body>
<header><p>Bellwether</p></header>
<main>
<h1>${name}: ${title.charAt(0).toLowerCase()}${title.slice(1)}</h1>
<p>Officers’ words of this update, beside the figures known on ${dayText(knownOn)}. Submitted: ${saidOr(submitted === null ? null : whenText(submitted))}</p>
<p><a href="?update=${update}&amp;format=docx">Download as a Word document</a></p>
${missing(report)}
<h2>How it stands</h2>
<p>The figures say ${ratingMark(overall.rating)}; officers say ${ratingMark(overall.officerRating)}.</p>
<p>${overall.why}</p>
<p>${overall.inYearGoal}</p>
<h2>Is the plan on track?</h2>
${pageTable('Answers of the council', onTrackColumns, report.onTrack)}
<h2>This quarter</h2>
<h3>Drivers of positive change</h3>
${stated(report.drivers.stated)}
${proposed(report.drivers.proposals, 'driver')}
<h3>Barriers</h3>
${stated(report.barriers.stated)}
${proposed(report.barriers.proposals, 'barrier')}
${report.proposalNote === null ? '' : html`<p class="soft">${report.proposalNote}</p>`}
<h3>Engagement with stakeholders</h3>
${stated(report.engagement.stated)}
<h2>Conditions of the agreement</h2>
${conditions.length === 0 ? html`<p class="soft">No file has named a condition yet.</p>` : conditions.map(conditionSection)}
<h2>What the ratings mean</h2>
${pageTable('The scale of the monitoring report', definitionColumns, definitions)}
<h2>Risk register</h2>
${risks.length === 0 ? html`<p class="soft">No file has named a risk yet.</p>` : pageTable('Risks with their rating at each update', riskColumns, risks)}
<h2>How good the forecasts have been</h2>
${accuracy.length === 0 ? html`<p class="soft">No forecast can be held against a figure yet.</p>` : pageTable('Off by how much, and how often inside the likely range (aim: 80%)', accuracyColumns, accuracy)}
<h2>Adviser support</h2>
<p>${report.adviserSupport.answer === null ? '' : html`<strong>${report.adviserSupport.answer}.</strong> `}${saidOr(report.adviserSupport.text)}</p>
<h2>Sign-off</h2>
${pageTable('Signed by role; no person is named here', signColumns, report.signOff)}
${missingList(report)}
</main>
</body>
</html>
`;
  return page.html;
}

function missing({ toComplete }: MonitoringReport): Html | string {
  if (toComplete.length === 0) return '';
  const counted = toComplete.length === 1 ? '1 thing is' : `${toComplete.length} things are`;
  return html`<div class="todo"><p><strong>${counted} still to be completed:</strong> <a href="#to-complete">what, and where to say it</a></p></div>`;
}

function missingList({ toComplete }: MonitoringReport): Html | string {
  if (toComplete.length === 0) return '';
  return html`<h2 id="to-complete">Still to be completed</h2><ul>${toComplete.map((each) => html`<li>${each}</li>`)}</ul>`;
}

function stated(texts: readonly string[]): Html {
  return texts.length === 0
    ? html`<p>${saidOr(null)}</p>`
    : html`<ol>${texts.map((text) => html`<li>${text}</li>`)}</ol>`;
}

function proposed(proposals: MonitoringReport['drivers']['proposals'], what: string): Html | string {
  if (proposals.length === 0) return '';
  return html`<div class="proposal"><p><strong>Proposal from the figures</strong>, to be taken as a ${what} or not:</p><ul>${proposals.map(({ text }) => html`<li>${text}</li>`)}</ul></div>`;
}

const onTrackColumns: readonly PageColumn<MonitoringReport['onTrack'][number]>[] = [
  { heading: 'Question', cell: ({ question }) => question },
  { heading: 'Answer', cell: ({ answer }) => saidOr(answer) },
  { heading: 'Why', cell: ({ text }) => saidOr(text) },
];

const definitionColumns: readonly PageColumn<MonitoringReport['definitions'][number]>[] = [
  { heading: 'Rating', cell: ({ rating }) => rating },
  { heading: 'Meaning', cell: ({ meaning }) => meaning },
];

const riskColumns: readonly PageColumn<ReportRisk>[] = [
  {
    heading: 'Risk',
    cell: ({ register, risk, text }) => html`${text ?? risk} <span class="soft">(${register} ${risk})</span>`,
  },
  {
    heading: 'Rating at each update',
    cell: ({ ratings, score }) => [
      ...ratings.map(
        ({ update, rating }) =>
          html`<span>${update === null ? '' : `${whenText(update)}: `}${ratingMark(rating)}</span>`,
      ),
      ...(score === null ? [] : [html`<span>Score ${score}</span>`]),
    ],
  },
  { heading: 'Moved', cell: movementText },
  { heading: 'What is done', cell: ({ mitigation }) => saidOr(mitigation) },
  { heading: 'Progress', cell: ({ progress }) => saidOr(progress) },
];

const accuracyColumns: readonly PageColumn<AccuracyRow>[] = [
  { heading: 'Measure', cell: ({ name }) => name },
  { heading: 'Months ahead', cell: ({ horizon }) => String(horizon) },
  { heading: 'Off by, on average', cell: ({ mae, unit }) => wholeText(mae, unit) },
  { heading: 'Inside the range', cell: ({ coverage80 }) => shareText(coverage80) },
  { heading: 'How often', cell: accuracyText },
];

const signColumns: readonly PageColumn<MonitoringReport['signOff'][number]>[] = [
  { heading: 'Role', cell: ({ role }) => role },
  { heading: 'Signed', cell: ({ text }) => saidOr(text) },
];
