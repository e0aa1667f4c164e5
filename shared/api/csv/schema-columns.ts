import * as z from 'zod';

/** The columns that items of a schema always have, nested ones by dotted names; `open` where the items say which. */
export type Column = { readonly path: string; readonly open: boolean };

/** Columns of an object's schema in its order. Lists and free maps are open: their columns depend on what is there. */
export function schemaColumns(schema: z.core.$ZodType, path = ''): readonly Column[] {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) {
    return Object.entries<z.core.$ZodType>(inner.shape).flatMap(([name, each]) =>
      schemaColumns(each, path === '' ? name : `${path}.${name}`),
    );
  }
  return [{ path, open: inner instanceof z.ZodArray || inner instanceof z.ZodRecord }];
}

/** The schema of the items of a list's schema; undefined for what is no list. */
export function itemSchema(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  if (!(schema instanceof z.ZodObject)) return undefined;
  const { items } = schema.shape;
  const list = items === undefined ? undefined : unwrapped(items);
  return list instanceof z.ZodArray ? list.element : undefined;
}

/** What a value is when it is there, as it is sent. */
export function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  ) {
    return unwrapped(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? unwrapped(schema.in) : schema;
}
