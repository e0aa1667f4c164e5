import type { EventSource, Queue } from '../resources/declaration.ts';
import { arnOf, type Place } from '../resources/place.ts';

/** The queue behind all topics, in the place of people's mailboxes; it is no part of the template. */
export function alertQueue(place: Place): { readonly queue: Queue; readonly source: EventSource } {
  const name = 'local-alerts';
  const arn = arnOf(place, 'sqs', name);
  return {
    queue: {
      kind: 'queue',
      name,
      arn,
      url: `${place.sqsEndpoint}/${place.account}/${name}`,
      attributes: {},
    },
    source: {
      kind: 'event-source',
      queueArn: arn,
      functionName: name,
      batchSize: 10,
      windowSeconds: 0,
      reportsItemFailures: true,
      maximumConcurrency: 1,
    },
  };
}
