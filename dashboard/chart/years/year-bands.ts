import { svg } from '../../dom/element.ts';
import { yearText } from '../../words/outcomes.ts';
import type { ResultYear } from './lines.ts';
import type { YearFrame } from './year-frame.ts';

/** Years without results in grey with the words, and years that Covid has touched in a light colour with its name. */
export function yearBands(years: readonly ResultYear[], frame: YearFrame): readonly SVGElement[] {
  return [...covidBands(years, frame), ...silentBands(years, frame)];
}

function silentBands(years: readonly ResultYear[], frame: YearFrame): readonly SVGElement[] {
  const { x, step, top } = frame;
  return years.flatMap(({ period, silent }, at) =>
    silent
      ? [
          svg(
            'g',
            { class: 'missing' },
            band(at, at, frame),
            svg(
              'text',
              {
                transform: `translate(${x(at) + Math.min(4, step / 4)} ${top + 8}) rotate(-90)`,
                'text-anchor': 'end',
              },
              `${yearText(period)}: no figures`,
            ),
          ),
        ]
      : [],
  );
}

function covidBands(years: readonly ResultYear[], frame: YearFrame): readonly SVGElement[] {
  const { x, bottom } = frame;
  return runsOf(years).map(([from, to]) =>
    svg(
      'g',
      { class: 'covid' },
      band(from, to, frame),
      svg('text', { x: x((from + to) / 2), y: bottom + 38, 'text-anchor': 'middle' }, 'Covid'),
    ),
  );
}

/** First and last place of each run of years that Covid has touched. */
function runsOf(years: readonly ResultYear[]): readonly (readonly [from: number, to: number])[] {
  const touched = (at: number) => years[at]?.covid === true;
  const ends = years.flatMap((_, at) => (touched(at) && !touched(at + 1) ? [at] : []));
  return years
    .flatMap((_, at) => (touched(at) && !touched(at - 1) ? [at] : []))
    .map((from, run) => [from, ends[run] ?? from] as const);
}

function band(from: number, to: number, { x, step, top, bottom }: YearFrame): SVGElement {
  return svg('rect', {
    ...{ x: x(from) - step / 2, y: top, width: x(to) - x(from) + step, height: bottom - top },
  });
}
