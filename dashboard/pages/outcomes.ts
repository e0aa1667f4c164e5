import type { Address } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { type AreaItem, askSummary } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { assessmentTable, groupTable, stageTable } from '../parts/outcomes/result-tables.ts';
import { stageLinks } from '../parts/outcomes/stage-links.ts';
import { nothing, section } from '../parts/section.ts';

/** Results of schools: each stage, assessment and group of pupils with what figures and officers say. */
export async function outcomesPage(area: AreaItem, address: Address): Promise<Answer<PageContent>> {
  const summary = await askSummary(area.code, address.asOf);
  if (summary.kind === 'failed') return summary;
  const { stages, assessments, groups } = summary.body.outcomes;
  const place = { area: area.code, asOf: address.asOf };
  const known = [
    section('stages', 'By stage', stageTable(stages, place)),
    section('assessments', 'By assessment', assessmentTable(assessments, place)),
    section('groups', 'By group of pupils', groupTable(groups, place)),
  ];
  return {
    kind: 'ok',
    body: {
      title: `Education outcomes: ${area.name}`,
      content: [
        html('h1', {}, 'Education outcomes'),
        html('p', { class: 'lead' }, `${area.name}: results of schools beside England`),
        stageLinks(address, undefined),
        ...(stages.length === 0
          ? [nothing('No result of schools has come yet. They appear here within seconds of the first file.')]
          : known),
      ],
    },
  };
}
