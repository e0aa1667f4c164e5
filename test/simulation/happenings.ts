import type { World } from './world.ts';

/** What came about in a history, by name: a simulation in which nothing happens proves nothing. */
export function happenings({ tables, received, queues, bucket, witness }: World): string[] {
  const drops = [...tables.drops.values()].flatMap((found) => [...found.values()]);
  const messages = [...received.values()];
  return [
    ...drops.map(({ state, quarantineCode }) => quarantineCode ?? state),
    ...drops.map(({ feed, state }) => `${feed} ${state}`),
    ...drops.flatMap(({ deleted, repeats }) => [deleted ? 'deleted' : [], repeats ? 'repeated' : []].flat()),
    ...messages.map(({ message }) => `${message.action} ${message.severity} to ${message.topic}`),
    ...messages.flatMap(({ times }) => (times > 1 ? ['sent again'] : [])),
    ...(queues.givenUp() > 0 ? ['dead letter'] : []),
    ...(tables.requests.size > 0 ? ['asked for'] : []),
    ...(bucket.keys().length > 2 ? ['three files'] : []),
    ...[...tables.current.values()].map(({ sequence }) => `run ${Math.min(sequence, 4)}`),
    ...(witness.overtaken() > 0 ? ['overtaken'] : []),
    ...[...witness.chains.values()].flatMap(({ withheld }) => (withheld.small.size > 0 ? ['withheld'] : [])),
  ];
}

/** What has to come about in some histories of the whole pipeline. */
export const everyHappening: readonly string[] = [
  ...['conditions accepted', 'outcomes accepted'],
  ...['accepted', 'accepted-with-problems', 'deleted', 'repeated', 'three files'],
  ...['no-rows', 'no-known-columns', 'not-text', 'personal-data', 'nothing-taken'],
  ...['unknown-feed', 'unknown-area', 'bad-key', 'known-at-unreadable', 'known-at-after-put'],
  ...['trigger critical to on-call', 'resolve critical to on-call', 'trigger warning to data-quality'],
  ...['resolve warning to data-quality', 'sent again', 'dead letter', 'overtaken', 'asked for', 'run 4'],
  ...['withheld'],
];
