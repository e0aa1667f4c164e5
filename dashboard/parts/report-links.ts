import type { Condition } from '../api/registers.ts';
import { html } from '../dom/element.ts';
import { monthText } from '../words/figure.ts';
import { nothing, section } from './section.ts';

type Where = { readonly area: string; readonly asOf: string | undefined };

/** The monitoring report of each update that has rated a condition, the last first, as a page and in Word. */
export function reportLinks(conditions: readonly Condition[], where: Where): HTMLElement {
  const updates = [
    ...new Set(conditions.flatMap(({ ratings }) => ratings.flatMap(({ update }) => update ?? []))),
  ];
  return section(
    'reports',
    'Quarterly monitoring report',
    updates.length === 0
      ? nothing('There is a report for each update that rates the conditions; no file has rated any yet.')
      : html(
          'ul',
          { class: 'notes' },
          updates
            .toSorted()
            .toReversed()
            .map((update) =>
              html(
                'li',
                {},
                `${monthText(update)}: `,
                html(
                  'a',
                  { href: reportAddress(where, update, 'html') },
                  `read the report of ${monthText(update)}`,
                ),
                ' or ',
                html('a', { href: reportAddress(where, update, 'docx') }, 'download it for Word'),
              ),
            ),
        ),
  );
}

function reportAddress({ area, asOf }: Where, update: string, format: 'html' | 'docx'): string {
  const query = new URLSearchParams({ update, format, ...(asOf !== undefined && { asOf }) });
  return `/api/v1/areas/${area}/monitoring-report?${query}`;
}
