import { svg } from '../../dom/element.ts';
import { type Dot, numberPlaces } from './number-places.ts';

/** The numbers of dots beside them, on top of all of them, so that none hides a number. */
export function dotNumbers(dots: readonly Dot[]): readonly SVGElement[] {
  return numberPlaces(dots).map(({ left, top, height }, at) =>
    svg('text', { class: 'dot-number', x: left, y: top + height }, String(dots[at]?.number)),
  );
}
