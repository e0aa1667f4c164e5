import type { Address } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import type { AreaItem, List } from '../api/questions.ts';
import { askRegisters } from '../api/registers.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { conditions } from '../parts/conditions.ts';
import { partFailure } from '../parts/failure.ts';
import { interventions } from '../parts/interventions.ts';
import { interventionsProgress } from '../parts/interventions-progress.ts';
import { milestones } from '../parts/milestones.ts';
import { pageContents } from '../parts/page-contents.ts';
import { recommendations } from '../parts/recommendations.ts';
import { reportLinks } from '../parts/report-links.ts';
import { riskMatrix } from '../parts/risk-matrix.ts';
import { risks } from '../parts/risks.ts';
import { nothing, section } from '../parts/section.ts';
import { workstreamCounts } from '../parts/workstream-counts.ts';
import { workstreams } from '../parts/workstreams.ts';

/** What the council has agreed and what it does: conditions with their evidence, work, risks, recommendations. */
export async function programmePage(area: AreaItem, { asOf }: Address): Promise<Answer<PageContent>> {
  const asked = await askRegisters(area.code, asOf);
  return {
    kind: 'ok',
    body: {
      title: `Programme: ${area.name}`,
      content: [
        html('h1', {}, 'Programme'),
        html(
          'p',
          { class: 'lead' },
          `${area.name}: what was agreed, what is done about it, and what could go wrong`,
        ),
        pageContents(Object.entries(PARTS)),
        register('conditions', asked.conditions, (items) => conditions(items, { area: area.code, asOf })),
        ...(asked.conditions.kind === 'ok'
          ? [reportLinks(asked.conditions.body.items, { area: area.code, asOf })]
          : []),
        register('workstreams', asked.programme, (items) => [
          ...workstreamCounts(items),
          ...workstreams(items),
        ]),
        register('milestones', asked.milestones, milestones),
        register('risks', asked.risks, (items) => [...riskMatrix(items), ...risks(items)]),
        register('interventions', asked.interventions, (items) => [
          ...interventions(items),
          ...interventionsProgress(items),
        ]),
        register('recommendations', asked.recommendations, recommendations),
      ],
    },
  };
}

const PARTS = {
  conditions: 'Conditions of the agreement',
  workstreams: 'Workstreams',
  milestones: 'Milestones',
  risks: 'Risks',
  interventions: 'What is done to change the figures',
  recommendations: 'Recommendations',
} as const;

/** A register under its heading, or why it is not shown. */
function register<Item>(
  id: keyof typeof PARTS,
  answer: Answer<List<Item>>,
  show: (items: readonly Item[]) => readonly HTMLElement[],
): HTMLElement {
  const heading = PARTS[id];
  if (answer.kind === 'failed') return section(id, heading, partFailure('This list', answer));
  const { items } = answer.body;
  return section(id, heading, items.length === 0 ? nothing('No file has said any yet.') : show(items));
}
