import type { Address } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { askDisagreements } from '../api/disagreements.ts';
import { type AreaItem, askSummaryPage } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { alerts } from '../parts/alerts.ts';
import { changes } from '../parts/changes.ts';
import { chartSection } from '../parts/chart-section.ts';
import { disagreements } from '../parts/disagreements.ts';
import { drops } from '../parts/drops.ts';
import { lateWork } from '../parts/late-work.ts';
import { childMeasures, measures } from '../parts/measures.ts';
import { schoolResults } from '../parts/outcomes/school-results.ts';
import { overall } from '../parts/overall.ts';
import { programmes } from '../parts/programmes.ts';
import { sources } from '../parts/sources.ts';
import { topRisks } from '../parts/top-risks.ts';

/** The first page: how a council stands, in a sentence and in its headline measures. */
export async function summaryPage(area: AreaItem, { asOf }: Address): Promise<Answer<PageContent>> {
  const [{ summary, series, alerts: raised, drops: files }, differing] = await Promise.all([
    askSummaryPage(area.code, asOf),
    askDisagreements(area.code, asOf),
  ]);
  if (summary.kind === 'failed') return summary;
  const { body } = summary;
  return {
    kind: 'ok',
    body: {
      title: `${area.name}: special needs plans and money`,
      content: [
        html('h1', {}, area.name),
        html(
          'p',
          { class: 'lead' },
          'Plans for children with special educational needs, and the money for them',
        ),
        overall(body),
        childMeasures(body, asOf),
        measures(body, asOf),
        chartSection('Children and young people with an EHCP', series),
        schoolResults(body, asOf),
        programmes(body, asOf),
        changes(body),
        lateWork(body),
        topRisks(body),
        alerts(raised),
        ...disagreements(differing, { area: area.code, asOf }),
        drops(area.code, asOf, files),
        sources(body),
      ],
    },
  };
}
