import { counted } from '../../plain.ts';
import type { Check } from '../check.ts';
import type { SystemPorts } from '../ports.ts';

const hurt: Readonly<Record<string, string>> = {
  ingest: 'A council whose file was put and is not taken in.',
  recompute: 'Readers of a council: its ratings, forecasts and alerts stay those of the last run.',
  notify: 'On-call of a council: an alert is decided and was not sent.',
  webhook: 'Whoever reads alerts through the webhook.',
};

export const deadLetters: Check<SystemPorts> = {
  id: 'dead-letters',
  title: 'No work was given up',
  runbook: 'docs/runbooks/redrive.md',
  async run({ place, queues }) {
    const named = Object.entries(place.queues);
    const counts = await Promise.all(
      named.map(async ([name, { deadLettersUrl }]) => ({
        name,
        letters: await queues.waiting(deadLettersUrl),
      })),
    );
    return counts
      .filter(({ letters }) => letters > 0)
      .map(({ name, letters }) => ({
        what: `${counted(letters, 'message')} of ${name} failed five times and lie in its dead-letter queue.`,
        who: hurt[name] ?? 'Whoever waits for this work.',
        mend: `Look for "work-failed" in the log of ${name} and mend the cause, then put them back: npm run redrive -- --queue ${name}`,
      }));
  },
};
