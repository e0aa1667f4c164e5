import { expect, test } from 'vitest';
import { evaluateConditions } from '../../../local/template/conditions.ts';
import type { Scope } from '../../../local/template/scope.ts';

const scope: Scope = {
  parameters: new Map([['AWS::Region', 'eu-west-2']]),
  mappings: {},
  conditions: new Map(),
  identities: new Map(),
};
const inLondon = { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-2'] };
const inDublin = { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] };

test('conditions combine and may name each other in any order', () => {
  const known = evaluateConditions(
    {
      Either: { 'Fn::Or': [{ Condition: 'Dublin' }, { Condition: 'London' }] },
      Both: { 'Fn::And': [inLondon, inDublin] },
      Not: { 'Fn::Not': [inDublin] },
      London: inLondon,
      Dublin: inDublin,
    },
    scope,
  );
  expect(Object.fromEntries(known)).toEqual({
    Either: true,
    Both: false,
    Not: true,
    London: true,
    Dublin: false,
  });
});

test('a condition that names itself, or one that is not there, is refused', () => {
  expect(() => evaluateConditions({ A: { Condition: 'A' } }, scope)).toThrow(/condition A/);
  expect(() => evaluateConditions({ A: { Condition: 'B' } }, scope)).toThrow(/condition B/);
});
