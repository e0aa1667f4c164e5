/** From this width on, in pixels, a chart is as on a tablet; the style sheet keeps the room (`chart-holder`). */
export const WIDE = 520;

/** How high a chart of a width is, in pixels. */
export function chartHeight(width: number): number {
  return width < WIDE ? 340 : 420;
}
