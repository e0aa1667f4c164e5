import fc, { type Arbitrary } from 'fast-check';
import type { Schema } from '../../bin/command/json-schema.ts';

/** Values that a schema allows; `resolve` finds what a `$ref` points to. Deep schemas end in what is least. */
export function valuesOf(schema: Schema, resolve: (ref: string) => Schema, depth = 0): Arbitrary<unknown> {
  const within = (each: Schema) => valuesOf(each, resolve, depth + 1);
  if (schema.$ref !== undefined) return within(resolve(schema.$ref));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice !== undefined) return fc.oneof(...choice.map(within));
  if (schema.allOf !== undefined) return fc.oneof(...schema.allOf.map(within));
  const types = [schema.type ?? 'object'].flat();
  return fc.oneof(...types.map((type) => ofType(type, schema, within, depth)));
}

function ofType(
  type: string,
  schema: Schema,
  within: (each: Schema) => Arbitrary<unknown>,
  depth: number,
): Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return integers(schema);
    case 'number':
      return fc.oneof(integers(schema), fc.double({ ...boundsOf(schema, 1e6), noNaN: true }));
    case 'array': {
      const maxLength = depth > 3 ? (schema.minItems ?? 0) : Math.min(schema.maxItems ?? 3, 3);
      const minLength = schema.minItems ?? 0;
      return fc.array(schema.items ? within(schema.items) : fc.constant(null), {
        minLength,
        maxLength: Math.max(minLength, maxLength),
      });
    }
    case 'object': {
      const { properties = {}, required = [] } = schema;
      const optional = Object.keys(properties).filter((name) => !required.includes(name));
      const values = Object.fromEntries(
        Object.entries(properties).map(([name, each]) => [name, within(each)]),
      );
      return fc.record(values, {
        requiredKeys: depth > 4 ? required : [...required, ...optional.slice(0, 0)],
      });
    }
    default:
      return texts(schema);
  }
}

function integers(schema: Schema): Arbitrary<number> {
  const { min, max } = boundsOf(schema, 2 ** 31);
  const least = Math.ceil(min);
  const most = Math.max(least, Math.floor(max));
  return fc.oneof(
    fc.constantFrom(least, most, Math.min(most, Math.max(least, 1))),
    fc.integer({ min: least, max: most }),
  );
}

function boundsOf(
  { minimum, maximum }: Schema,
  widest: number,
): { readonly min: number; readonly max: number } {
  const min = Math.max(minimum ?? -widest, -widest);
  return { min, max: Math.max(min, Math.min(maximum ?? widest, widest)) };
}

function texts({ pattern, format, minLength = 0, maxLength = 40 }: Schema): Arbitrary<string> {
  if (format === 'date-time') return fc.constantFrom('2025-01-09T09:00:00.000Z', '2024-12-31T23:59:59Z');
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const most = Math.max(minLength, Math.min(maxLength, 40));
  return fc.oneof(
    fc.string({ minLength, maxLength: most }),
    fc.string({ unit: 'grapheme', minLength, maxLength: most }),
  );
}
