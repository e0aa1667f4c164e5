import { expect, test } from 'vitest';
import { at, functionOf, ofType, only, target, template } from './synthesised.ts';

const output = (name: string) => target(template.Outputs[name]?.Value);

test('the outputs name the table', () => {
  expect(output('TableName')).toBe(only('AWS::DynamoDB::GlobalTable')[0]);
});

test.each(['ingest', 'recompute', 'notify'])(
  'the outputs lead to the queue of %s and to its own dead letters',
  (folder) => {
    const name = `${folder.charAt(0).toUpperCase()}${folder.slice(1)}`;
    const mapping = ofType('AWS::Lambda::EventSourceMapping').find(
      ([, { Properties }]) => target(at(Properties, 'FunctionName')) === functionOf(folder)[0],
    );
    const queue = target(at(mapping, 1, 'Properties', 'EventSourceArn'));
    expect(output(`${name}QueueUrl`)).toBe(queue);
    const policy = at(template.Resources[queue]?.Properties, 'RedrivePolicy', 'deadLetterTargetArn');
    expect(output(`${name}DeadLettersUrl`)).toBe(target(policy));
  },
);
