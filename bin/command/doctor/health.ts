import { counted, plain } from '../plain.ts';
import type { Outcome } from './check.ts';

/** What the doctor found at a place. */
export type Health = {
  readonly place: string;
  readonly at: string;
  readonly healthy: boolean;
  readonly checks: readonly Outcome[];
};

/** The findings for people: a line a check, and beneath what is wrong, who is hurt and how to mend it. */
export function healthText({ place, checks }: Health): string[] {
  const count = (state: Outcome['state']) => checks.filter((each) => each.state === state).length;
  const faults = count('fault');
  const unknown = count('unknown');
  return [
    ...checks.flatMap(linesOf),
    '',
    faults + unknown === 0
      ? `Healthy: ${counted(checks.length, 'check')} of ${place}, nothing wrong.`
      : `Not healthy: of ${counted(checks.length, 'check')} of ${place}, ${faults} found something wrong and ${unknown} could not look.`,
  ];
}

function linesOf(outcome: Outcome): string[] {
  const { title, runbook } = outcome;
  switch (outcome.state) {
    case 'ok':
      return [`ok     ${title}`];
    case 'unknown':
      return [
        `?      ${title}`,
        `       Could not look: ${plain(outcome.why)}`,
        `       Runbook: ${runbook}`,
      ];
    case 'fault':
      return [
        `FAULT  ${title}`,
        ...outcome.faults.flatMap(({ what, who, mend }) => [
          `       What is wrong: ${plain(what)}`,
          `       Who is hurt: ${plain(who)}`,
          `       To mend it: ${plain(mend)}`,
        ]),
        `       Runbook: ${runbook}`,
      ];
  }
}
