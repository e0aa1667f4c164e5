// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub's placeholders look like TypeScript's
import { describe, expect, test } from 'vitest';
import { resolve } from '../../../local/template/resolve.ts';
import { identity, type Scope } from '../../../local/template/scope.ts';

const scope: Scope = {
  parameters: new Map<string, unknown>([
    ['AWS::Region', 'eu-west-2'],
    ['Stage', 'test'],
  ]),
  mappings: { Sizes: { small: { memory: '128' } } },
  conditions: new Map([
    ['Yes', true],
    ['No', false],
  ]),
  identities: new Map([['Queue', identity('http://queue', { Arn: 'arn:aws:sqs:q', 'Nested.Name': 'deep' })]]),
};

describe('intrinsic functions', () => {
  test.each([
    ['Ref of a resource', { Ref: 'Queue' }, 'http://queue'],
    ['Ref of a parameter', { Ref: 'Stage' }, 'test'],
    ['GetAtt as a list', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:aws:sqs:q'],
    ['GetAtt as a text', { 'Fn::GetAtt': 'Queue.Arn' }, 'arn:aws:sqs:q'],
    ['GetAtt of a dotted attribute', { 'Fn::GetAtt': ['Queue', 'Nested.Name'] }, 'deep'],
    ['Join', { 'Fn::Join': ['/', ['a', { Ref: 'Stage' }, 3]] }, 'a/test/3'],
    ['Split and Select', { 'Fn::Select': ['1', { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    ['Sub', { 'Fn::Sub': '${Stage}-${Queue.Arn}-${!Kept}' }, 'test-arn:aws:sqs:q-${Kept}'],
    ['Sub with variables', { 'Fn::Sub': ['${x}${Stage}', { x: { Ref: 'Queue' } }] }, 'http://queuetest'],
    ['If true', { 'Fn::If': ['Yes', 'a', { Ref: 'Missing' }] }, 'a'],
    ['If false', { 'Fn::If': ['No', { Ref: 'Missing' }, 'b'] }, 'b'],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', 'small', 'memory'] }, '128'],
    ['Base64', { 'Fn::Base64': 'hello' }, 'aGVsbG8='],
    ['plain data', { a: [1, null, true, { b: 'c' }] }, { a: [1, null, true, { b: 'c' }] }],
  ])('%s', (_, value, expected) => {
    expect(resolve(value, scope)).toEqual(expected);
  });

  test('AWS::NoValue leaves the property or the entry out', () => {
    const none = { Ref: 'AWS::NoValue' };
    expect(resolve({ kept: 1, gone: none, list: [1, none, 2] }, scope)).toEqual({ kept: 1, list: [1, 2] });
  });

  test.each([
    ['an unknown resource', { Ref: 'Nobody' }, /no such resource or parameter/],
    ['an unknown attribute', { 'Fn::GetAtt': ['Queue', 'Colour'] }, /Queue\.Colour/],
    ['an unknown function', { 'Fn::ImportValue': 'x' }, /Fn::ImportValue/],
    ['a list that is too short', { 'Fn::Join': ['/'] }, /needs a list of 2/],
    ['an index beyond the list', { 'Fn::Select': [3, ['a']] }, /no entry 3/],
    ['a name of the prototype', { 'Fn::GetAtt': ['Queue', 'constructor'] }, /constructor/],
  ])('%s stops with a sentence that names it', (_, value, message) => {
    expect(() => resolve(value, scope)).toThrow(message);
  });
});
