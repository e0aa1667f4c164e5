import type { Address } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { askFilesPage } from '../api/files.ts';
import type { AreaItem } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { allFiles } from '../parts/all-files.ts';
import { dueFiles } from '../parts/due-files.ts';
import { lateFiles } from '../parts/late-files.ts';
import { oddFigures } from '../parts/odd-figures.ts';
import { sendFiles } from '../parts/send/send-files.ts';

/** The files of a council: sending one, those that are late, what looks odd, and all that came with their reports. */
export async function filesPage(area: AreaItem, { asOf }: Address): Promise<Answer<PageContent>> {
  const { summary, drops, findings, feeds, due } = await askFilesPage(area.code, asOf);
  if (summary.kind === 'failed') return summary;
  const known = feeds.kind === 'ok' ? feeds.body.items : [];
  const list = allFiles(area.code, asOf, drops);
  return {
    kind: 'ok',
    body: {
      title: `Files: ${area.name}`,
      content: [
        html('h1', {}, 'Files'),
        html(
          'p',
          { class: 'lead' },
          `${area.name}: the files that figures come from, and what became of each`,
        ),
        ...(asOf === undefined ? [sendFiles(area.code, known, list.again)] : []),
        lateFiles(summary.body),
        dueFiles(summary.body, due, known),
        oddFigures(area.code, findings),
        list.element,
      ],
    },
  };
}
