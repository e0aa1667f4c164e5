import type { Address } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { askScorecard, FIRST_STAGE } from '../api/outcomes.ts';
import type { AreaItem } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { besideEngland } from '../parts/outcomes/beside-england.ts';
import { keyPoints } from '../parts/outcomes/key-points.ts';
import { figuresSay, officersSay } from '../parts/outcomes/officers.ts';
import { scorecardCsv } from '../parts/outcomes/scorecard-csv.ts';
import { absent, notes, stageBackground } from '../parts/outcomes/scorecard-notes.ts';
import { scorecardTable } from '../parts/outcomes/scorecard-table.ts';
import { stageLinks, yearLinks } from '../parts/outcomes/stage-links.ts';
import { nothing, section } from '../parts/section.ts';
import { yearText } from '../words/outcomes.ts';

/** A stage of school in one year, for a reader who is no teacher and no statistician. */
export async function scorecardPage(area: AreaItem, address: Address): Promise<Answer<PageContent>> {
  const { stage = FIRST_STAGE, asOf } = address;
  const answer = await askScorecard(area.code, stage, address);
  if (answer.kind === 'failed') return answer;
  const card = answer.body;
  const { year, rating, officerRating, reasons } = card;
  const title = year === null ? card.title : `${card.title}, ${yearText(year)}`;
  const shown =
    year === null
      ? [nothing('No result of this stage has come yet.'), stageBackground(card)]
      : [
          html(
            'p',
            { class: 'stage-rating' },
            ...['Figures say ', figuresSay(rating), ' Officers say ', officersSay(officerRating)],
            html('span', { class: 'fine' }, reasons[0]?.text ?? ''),
          ),
          keyPoints(card, asOf),
          besideEngland(card),
          section('scorecard', 'Scorecard', scorecardTable(card, asOf), scorecardCsv(card)),
          absent(card),
          stageBackground(card),
          notes(card),
        ];
  return {
    kind: 'ok',
    body: {
      title: `${title}: ${area.name}`,
      content: [
        html('h1', {}, title),
        html('p', { class: 'lead' }, `${area.name} beside ${card.region}, England and similar councils`),
        stageLinks(address, stage),
        yearLinks(address, stage, card.years, year),
        card.covid === null ? null : html('p', { class: 'notice' }, card.covid),
        ...shown,
      ].filter((part) => part !== null),
    },
  };
}
