import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** What is accepted is looked at again by this day: after it the finding is one again, and the synthesis stops. */
export const ACCEPTED_UNTIL = '2027-05-31';

/**
 * Accepts a finding of the security rules at one construct and what it holds, with the reason why it is right there,
 * until a day.
 */
export function acknowledge(
  construct: IConstruct,
  reasons: Readonly<Record<string, string>>,
  until: string = ACCEPTED_UNTIL,
  today: string = new Date().toISOString().slice(0, 10),
): void {
  if (today > until) return;
  const rules = Object.entries(reasons).map(([id, reason]) => ({ id, reason: `${reason} Until ${until}.` }));
  Validations.of(construct).acknowledge(...rules);
}
