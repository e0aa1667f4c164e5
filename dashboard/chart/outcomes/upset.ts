import { svg } from '../../dom/element.ts';

/** One combination of groups, and how many pupils are in it and in no other group; null: not shown, or not known. */
export type UpsetRow = {
  readonly groups: readonly string[];
  readonly pupils: number | null;
  readonly missing: string;
};

const COLUMN = 26;
const ROW = 26;
const HEAD = 132;
const NUMBER = 58;

/** An UpSet chart lying on its side: a row for each combination, dots for its groups, a bar for its pupils. */
export function upset(
  groups: readonly { readonly id: string; readonly name: string }[],
  rows: readonly UpsetRow[],
  width: number,
  description: string,
): SVGSVGElement {
  const most = Math.max(1, ...rows.map(({ pupils }) => pupils ?? 0));
  const left = groups.length * COLUMN + 14;
  const room = Math.max(20, width - left - NUMBER);
  const height = HEAD + rows.length * ROW + 6;
  const x = (at: number) => at * COLUMN + COLUMN / 2;
  return svg(
    'svg',
    {
      class: 'chart upset',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': description,
    },
    groups.map(({ name }, at) =>
      svg(
        'text',
        { class: 'upset-group', transform: `translate(${x(at) + 4} ${HEAD - 12}) rotate(-52)` },
        short(name),
      ),
    ),
    rows.map((row, index) => {
      const y = HEAD + index * ROW + ROW / 2;
      const places = row.groups
        .map((id) => groups.findIndex((group) => group.id === id))
        .sort((a, b) => a - b);
      const length = ((row.pupils ?? 0) / most) * room;
      return svg(
        'g',
        {},
        index % 2 === 0
          ? svg('rect', { class: 'upset-band', x: 0, y: y - ROW / 2, width, height: ROW })
          : null,
        groups.map((_, at) => svg('circle', { class: 'upset-off', cx: x(at), cy: y, r: 4 })),
        places.length > 1
          ? svg('line', {
              class: 'upset-link',
              x1: x(places[0] ?? 0),
              x2: x(places.at(-1) ?? 0),
              y1: y,
              y2: y,
            })
          : null,
        places.map((at) => svg('circle', { class: 'upset-on', cx: x(at), cy: y, r: 6.5 })),
        svg('rect', { class: 'upset-bar', x: left, y: y - 8, width: length, height: 16 }),
        svg(
          'text',
          { class: row.pupils === null ? 'upset-none' : 'upset-number', x: left + length + 6, y: y + 5 },
          row.pupils === null ? row.missing : row.pupils.toLocaleString('en-GB'),
        ),
      );
    }),
  );
}

/** The table beside it has the whole name. */
function short(name: string): string {
  const text = name.replace('English as an additional language', 'EAL').replace('With an EHCP', 'EHCP');
  return text.length > 22 ? `${text.slice(0, 21)}…` : text;
}
