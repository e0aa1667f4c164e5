/** A dot of a picture, in pixels, with its number in the table. */
export type Dot = { readonly cx: number; readonly cy: number; readonly r: number; readonly number: number };

/** Where a number stands, in pixels. */
type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

const LETTER = 7.5;
/** Height of a digit. */
const HEIGHT = 10;
const BETWEEN = 3;

/**
 * Where the number of each dot stands: to the right, or else to the left, above, below or aslant, wherever first neither
 * a dot nor a number before it lies; in a crowd that leaves no such place, to the right.
 */
export function numberPlaces(dots: readonly Dot[]): readonly Box[] {
  const round = dots.map(({ cx, cy, r }) => ({ left: cx - r, top: cy - r, width: 2 * r, height: 2 * r }));
  const placed: Box[] = [];
  for (const dot of dots) {
    const all = around(dot, String(dot.number).length * LETTER);
    const free = all.find((box) => ![...round, ...placed].some((other) => overlap(box, other)));
    placed.push(free ?? all[0]);
  }
  return placed;
}

function around({ cx, cy, r }: Dot, width: number): readonly [Box, ...Box[]] {
  const size = { width, height: HEIGHT };
  const [right, left, middle] = [cx + r + BETWEEN, cx - r - BETWEEN - width, cx - width / 2];
  const [above, below, level] = [cy - r - BETWEEN - HEIGHT, cy + r + BETWEEN, cy - HEIGHT / 2];
  return [
    { left: right, top: level, ...size },
    { left, top: level, ...size },
    { left: middle, top: above, ...size },
    { left: middle, top: below, ...size },
    { left: right, top: above, ...size },
    { left: right, top: below, ...size },
    { left, top: above, ...size },
    { left, top: below, ...size },
  ];
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}
