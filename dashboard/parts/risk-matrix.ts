import type { Risk } from '../api/registers.ts';
import { type Content, html } from '../dom/element.ts';

const SCALE = [1, 2, 3, 4, 5] as const;
/** A risk scored so high or higher is a key risk. Source: facts part B. */
const KEY = 15;

const MOVED = { better: 'lower than before', same: 'as before', worse: 'higher than before' } as const;

/** The scored risks where they lie: how likely, and how bad it would be; each with how it moved, in words. */
export function riskMatrix(items: readonly Risk[]): readonly HTMLElement[] {
  const scored = items.filter(({ score }) => score !== null);
  const open = items.length - scored.length;
  const key = scored.filter((each) => each.key);
  const unscored =
    open === 0 ? '' : ` ${open} of ${items.length} risks are not scored and are only in the lists below.`;
  if (scored.length === 0)
    return [html('p', { class: 'finding' }, `No risk is scored yet, so none can be laid out.${unscored}`)];
  return [
    html(
      'p',
      { class: 'finding' },
      `${key.length === 0 ? 'No risk is' : `${key.length} ${key.length === 1 ? 'risk is' : 'risks are'}`} scored ${KEY} or more.${unscored}`,
    ),
    html(
      'div',
      { class: 'matrix-holder', role: 'region', 'aria-label': 'Risk matrix', tabindex: 0 },
      html(
        'table',
        { class: 'matrix' },
        html(
          'caption',
          {},
          'How likely it is, up; how bad it would be, to the right. The score is one times the other.',
        ),
        html(
          'thead',
          {},
          html(
            'tr',
            {},
            html('th', { scope: 'col' }, 'Likelihood'),
            SCALE.map((impact) => html('th', { scope: 'col' }, `Impact ${impact}`)),
          ),
        ),
        html(
          'tbody',
          {},
          SCALE.toReversed().map((likelihood) =>
            html(
              'tr',
              {},
              html('th', { scope: 'row' }, `Likelihood ${likelihood}`),
              SCALE.map((impact) => cell(scored, impact, likelihood)),
            ),
          ),
        ),
      ),
    ),
  ];
}

function cell(scored: readonly Risk[], impact: number, likelihood: number): HTMLElement {
  const score = impact * likelihood;
  const here = scored.filter((each) => each.impact === impact && each.likelihood === likelihood);
  return html(
    'td',
    { class: `matrix-${score >= KEY ? 'key' : score >= 8 ? 'middle' : 'low'}` },
    html('span', { class: 'matrix-score' }, String(score)),
    here.length === 0
      ? null
      : html(
          'ul',
          {},
          here.map((risk) => html('li', {}, riskText(risk))),
        ),
  );
}

function riskText({ risk, text, movement }: Risk): Content {
  return [
    html('strong', {}, text ?? risk),
    html('span', { class: 'fine' }, movement === null ? 'first score' : MOVED[movement]),
  ];
}
