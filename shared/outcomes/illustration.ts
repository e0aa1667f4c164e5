import type { Point } from '../derive/point.ts';

/** How the samples mark what is invented, in the column `source`. */
const INVENTED = /^(synthetic|illustration)\b/i;

/** True of a figure whose own file says that it is no figure of the council: it must say so wherever it shows. */
export function isIllustration({ said }: Pick<Point, 'said'>): boolean {
  return INVENTED.test(said?.source ?? '') || INVENTED.test(said?.note ?? '');
}
