import { plain } from '../../plain.ts';
import type { Check, Fault } from '../check.ts';
import type { SystemPorts } from '../ports.ts';

const hurt = {
  onCall: 'The council: a figure passes its limit and nobody is told.',
  dataQuality: 'Those who mend data: a refused or late file is not noticed.',
  operations: 'Those who run the system: a fault is not noticed until somebody complains.',
} as const;

export const subscriptions: Check<SystemPorts> = {
  id: 'subscriptions',
  title: 'Somebody gets the messages of each topic, and has confirmed it',
  runbook: 'docs/runbooks/doctor.md#subscriptions',
  async run({ place, subscriptions: subscriptionsOf }) {
    const topics = Object.entries(place.topics) as [keyof typeof hurt, string][];
    const found = await Promise.all(
      topics.map(async ([topic, arn]) => faultsOf(topic, await subscriptionsOf(arn))),
    );
    return found.flat();
  },
};

function faultsOf(
  topic: keyof typeof hurt,
  found: Awaited<ReturnType<SystemPorts['subscriptions']>>,
): Fault[] {
  if (found.length === 0) {
    return [
      {
        what: `Nobody is subscribed to the topic ${topic}.`,
        who: hurt[topic],
        mend: 'Add a recipient in the settings of the stage and deploy, or subscribe one in the SNS console.',
      },
    ];
  }
  const pending = found.filter(({ confirmed }) => !confirmed);
  return pending.map(({ endpoint }) => ({
    what: `${plain(endpoint)} has not confirmed the subscription to the topic ${topic}.`,
    who: hurt[topic],
    mend: 'Ask the recipient to follow the link in the mail of AWS Notifications (look in junk), or subscribe again: a link holds for three days.',
  }));
}
