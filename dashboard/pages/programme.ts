import type { Address } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import type { AreaItem, List } from '../api/questions.ts';
import { askRegisters } from '../api/registers.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { conditions } from '../parts/conditions.ts';
import { partFailure } from '../parts/failure.ts';
import { interventions } from '../parts/interventions.ts';
import { recommendations } from '../parts/recommendations.ts';
import { reportLinks } from '../parts/report-links.ts';
import { risks } from '../parts/risks.ts';
import { nothing, section } from '../parts/section.ts';
import { milestones, workstreams } from '../parts/workstreams.ts';

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
        register('conditions', 'Conditions of the agreement', asked.conditions, (items) =>
          conditions(items, { area: area.code, asOf }),
        ),
        ...(asked.conditions.kind === 'ok'
          ? [reportLinks(asked.conditions.body.items, { area: area.code, asOf })]
          : []),
        register('workstreams', 'Workstreams', asked.programme, workstreams),
        register('milestones', 'Milestones', asked.milestones, milestones),
        register('risks', 'Risks', asked.risks, risks),
        register('interventions', 'What is done to change the figures', asked.interventions, interventions),
        register('recommendations', 'Recommendations', asked.recommendations, recommendations),
      ],
    },
  };
}

/** A register under its heading, or why it is not shown. */
function register<Item>(
  id: string,
  heading: string,
  answer: Answer<List<Item>>,
  show: (items: readonly Item[]) => readonly HTMLElement[],
): HTMLElement {
  if (answer.kind === 'failed') return section(id, heading, partFailure('This list', answer));
  const { items } = answer.body;
  return section(id, heading, items.length === 0 ? nothing('No file has said any yet.') : show(items));
}
