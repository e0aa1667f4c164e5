import type { Message } from '@aws-sdk/client-sqs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fairLine } from '../../../local/pollers/fair-line.ts';

const message = (id: string, group: string | undefined): Message => ({
  MessageId: id,
  ...(group !== undefined && { MessageAttributes: { group: { DataType: 'String', StringValue: group } } }),
});
const named = (groups: readonly (string | undefined)[]) =>
  groups.map((group, at) => message(String(at), group));
const groupOf = ({ MessageAttributes }: Message) => MessageAttributes?.['group']?.StringValue;
const ids = (messages: readonly Message[]) => messages.map(({ MessageId }) => MessageId);

const groups = fc.array(fc.constantFrom('a', 'b', 'c', undefined), { maxLength: 40 });

test('of a group with a thousand messages and one with a single one, the single one is second', () => {
  const line = fairLine();
  line.add(named([...Array.from({ length: 1000 }, () => 'busy'), 'quiet']));
  expect(ids(line.take(3))).toEqual(['0', '1000', '1']);
});

test('what was added is taken once each, and in a group in its order', () => {
  fc.assert(
    fc.property(groups, fc.integer({ min: 1, max: 9 }), (of, most) => {
      const line = fairLine();
      const added = named(of);
      line.add(added);
      const taken: Message[] = [];
      while (line.waiting() > 0) taken.push(...line.take(most));
      expect(ids(taken).toSorted()).toEqual(ids(added).toSorted());
      for (const group of ['a', 'b', 'c']) {
        const inOrder = ids(taken.filter((each) => groupOf(each) === group)).map(Number);
        expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other));
      }
    }),
  );
});

test('the first of every group is among as many as there are groups', () => {
  fc.assert(
    fc.property(groups, (of) => {
      const line = fairLine();
      line.add(named(of));
      // A message without a group is a group of its own.
      const waiting = new Set(of.map((group, at) => group ?? String(at)));
      const first = line.take(waiting.size).map((each) => groupOf(each) ?? each.MessageId);
      expect(new Set(first)).toEqual(waiting);
    }),
  );
});
