import type { Gravity } from './alert.ts';
import { type Subject, severities } from './condition.ts';

/** How bad an alert is now. */
export function gravityOf({ severity, reasons }: Pick<Subject, 'severity' | 'reasons'>): Gravity {
  return { severity, limitPassed: reasons.some(({ rule }) => rule === 'limit-passed') };
}

/** Above 0 when `a` is worse than `b`: a passed limit is worse than anything that is only feared. */
export function compareGravity(a: Gravity, b: Gravity): number {
  return rank(a) - rank(b);
}

function rank({ severity, limitPassed }: Gravity): number {
  return severities.indexOf(severity) + (limitPassed ? severities.length : 0);
}
