import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dependencyOrder } from '../../../local/template/order.ts';
import { readTemplate } from '../../../local/template/template.ts';

function orderOf(resources: Record<string, unknown>): string[] {
  return dependencyOrder(new Map(Object.entries(readTemplate({ Resources: resources }).Resources)));
}

test('Ref, GetAtt, Sub and DependsOn each put a resource after what it needs', () => {
  const order = orderOf({
    A: { Type: 'T', Properties: { x: { Ref: 'B' } } },
    B: { Type: 'T', Properties: { x: ['p', { 'Fn::GetAtt': ['C', 'Arn'] }] } },
    C: { Type: 'T', Properties: { x: { 'Fn::Sub': 'arn:$' + '{D.Arn}' } } },
    D: { Type: 'T', DependsOn: 'E' },
    E: { Type: 'T' },
  });
  expect(order).toEqual(['E', 'D', 'C', 'B', 'A']);
});

test('in any template without a circle each resource comes once, after all it refers to', () => {
  const edges = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 30 });
  fc.assert(
    fc.property(edges, (pairs) => {
      // A reference from the higher to the lower number can make no circle.
      const references = pairs.filter(([from, to]) => from > to);
      const resources = Object.fromEntries(
        Array.from({ length: 10 }, (_, id) => [
          `R${9 - id}`,
          {
            Type: 'T',
            Properties: {
              uses: references.filter(([from]) => from === 9 - id).map(([, to]) => ({ Ref: `R${to}` })),
            },
          },
        ]),
      );
      const order = orderOf(resources);
      expect(order.toSorted()).toEqual(Object.keys(resources).toSorted());
      for (const [from, to] of references) {
        expect(order.indexOf(`R${to}`)).toBeLessThan(order.indexOf(`R${from}`));
      }
    }),
  );
});

test('a circle is named', () => {
  const circle = {
    A: { Type: 'T', Properties: { x: { Ref: 'B' } } },
    B: { Type: 'T', Properties: { x: { Ref: 'A' } } },
  };
  expect(() => orderOf(circle)).toThrow(/A → B → A/);
});
