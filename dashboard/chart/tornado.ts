import { scaleLinear } from 'd3-scale';
import { svg } from '../dom/element.ts';
import { poundsText } from '../words/money.ts';

/** One figure moved alone: what the last balance then is, and how it was moved, in words. */
export type TornadoBar = {
  readonly name: string;
  readonly down: { readonly text: string; readonly balance: number };
  readonly up: { readonly text: string; readonly balance: number };
};

const NARROW = 480;

/** Bars on both sides of the planned balance, the widest first: what matters most to the money. */
export function tornado(
  bars: readonly TornadoBar[],
  planned: number,
  width: number,
  description: string,
): SVGSVGElement {
  // Where both ends do not fit into one line, they stand below each other.
  const row = width < NARROW ? 84 : 66;
  const height = 34 + bars.length * row;
  const all = bars.flatMap(({ down, up }) => [down.balance, up.balance]);
  const x = scaleLinear([Math.min(planned, ...all), Math.max(planned, ...all)], [8, width - 8]);
  const middle = x(planned);
  return svg(
    'svg',
    {
      ...{ class: 'chart', viewBox: `0 0 ${width} ${height}`, width, height },
      ...{ role: 'img', 'aria-label': description },
    },
    svg('line', { class: 'tornado-middle', x1: middle, x2: middle, y1: 20, y2: height }),
    bars.map(({ name, down, up }, at) => {
      const top = 42 + at * row;
      const [worse, better] = down.balance <= up.balance ? [down, up] : [up, down];
      return svg(
        'g',
        {},
        svg('text', { class: 'tornado-name', x: 8, y: top - 4 }, name),
        bar('worse', x(worse.balance), middle, top),
        bar('better', middle, x(better.balance), top),
        svg('text', { class: 'tornado-text', x: 8, y: top + 34 }, `▼ ${worse.text}`),
        svg(
          'text',
          {
            ...{ class: 'tornado-text', x: width < NARROW ? 8 : width - 8 },
            ...{ y: width < NARROW ? top + 52 : top + 34, 'text-anchor': width < NARROW ? 'start' : 'end' },
          },
          `▲ ${better.text}`,
        ),
      );
    }),
    svg(
      'text',
      {
        ...{ class: 'axis-title', y: 14 },
        x: Math.min(Math.max(middle, 90), width - 90),
        'text-anchor': 'middle',
      },
      `As planned ${poundsText(planned)}`,
    ),
  );
}

function bar(kind: 'worse' | 'better', from: number, to: number, top: number): SVGElement {
  const about = { class: `tornado-bar tornado-${kind}`, x: from, y: top, height: 20 };
  return svg('rect', { ...about, width: Math.max(1, to - from) });
}
