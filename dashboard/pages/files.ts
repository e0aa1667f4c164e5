import type { Address } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { type AreaItem, askFilesPage } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { allFiles } from '../parts/all-files.ts';
import { lateFiles } from '../parts/late-files.ts';
import { oddFigures } from '../parts/odd-figures.ts';
import { sendForm } from '../parts/send-form.ts';

/** The files of a council: sending one, those that are late, what looks odd, and all that came with their reports. */
export async function filesPage(area: AreaItem, { asOf }: Address): Promise<Answer<PageContent>> {
  const { summary, drops, findings } = await askFilesPage(area.code, asOf);
  if (summary.kind === 'failed') return summary;
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
        ...(asOf === undefined ? [sendForm(area.code, list.again)] : []),
        lateFiles(summary.body),
        oddFigures(area.code, findings),
        list.element,
      ],
    },
  };
}
