import { svg } from '../../dom/element.ts';

export type VennNumber = { readonly inside: readonly string[]; readonly text: string };

type Place = { readonly x: number; readonly y: number };

const WIDTH = 340;
const RADIUS = 84;

/** Circles and places of numbers: of two groups side by side, of three in a clover. */
const TWO = {
  height: 230,
  circles: [at(122, 130), at(218, 130)],
  labels: [at(96, 28), at(244, 28)],
  parts: { '0': at(84, 136), '1': at(256, 136), '01': at(170, 136) },
} as const;
const THREE = {
  height: 330,
  circles: [at(124, 128), at(216, 128), at(170, 206)],
  labels: [at(86, 28), at(254, 28), at(170, 316)],
  parts: {
    ...{ '0': at(88, 112), '1': at(252, 112), '2': at(170, 250) },
    ...{ '01': at(170, 96), '02': at(116, 188), '12': at(224, 188), '012': at(170, 156) },
  },
} as const;

/** The Venn diagram of two or three groups. The circles are all of one size: the numbers count, not the areas. */
export function venn(
  groups: readonly { readonly id: string; readonly name: string }[],
  numbers: readonly VennNumber[],
  description: string,
): SVGSVGElement {
  const { height, circles, labels, parts } = groups.length === 2 ? TWO : THREE;
  const places: Readonly<Record<string, Place>> = parts;
  return svg(
    'svg',
    {
      class: 'chart venn',
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      role: 'img',
      'aria-label': description,
    },
    circles.map(({ x, y }, index) =>
      svg('circle', { class: `venn-circle venn-${index}`, cx: x, cy: y, r: RADIUS }),
    ),
    labels.map(({ x, y }, index) =>
      svg('text', { class: 'venn-label', x, y, 'text-anchor': 'middle' }, groups[index]?.name ?? ''),
    ),
    numbers.map(({ inside, text }) => {
      const key = inside
        .map((id) => groups.findIndex((group) => group.id === id))
        .sort()
        .join('');
      const place = places[key];
      return place
        ? svg('text', { class: 'venn-number', x: place.x, y: place.y, 'text-anchor': 'middle' }, text)
        : null;
    }),
  );
}

function at(x: number, y: number): Place {
  return { x, y };
}
