import * as z from 'zod';

const schemaSchema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  enum: z.array(z.json()).optional(),
  default: z.json().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
});

const parameterSchema = z.object({
  name: z.string(),
  in: z.enum(['path', 'query']),
  required: z.boolean(),
  example: z.string().optional(),
  schema: schemaSchema,
});

const contentSchema = z.record(
  z.string(),
  z.object({
    examples: z
      .record(
        z.string(),
        z.object({
          summary: z.string().optional(),
          value: z.unknown().optional(),
          externalValue: z.string().optional(),
        }),
      )
      .optional(),
  }),
);

const operationSchema = z.object({
  summary: z.string(),
  description: z.string().optional(),
  operationId: z.string(),
  tags: z.array(z.string()),
  parameters: z.array(parameterSchema),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string() })),
});

/** What of the OpenAPI document the page shows. */
export const describedSchema = z.object({
  info: z.object({ version: z.string(), description: z.string() }),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({
    schemas: z.record(z.string(), schemaSchema),
    examples: z.record(z.string(), z.object({ value: z.unknown() })).optional(),
  }),
});

export type Described = z.infer<typeof describedSchema>;
export type DescribedParameter = z.infer<typeof parameterSchema>;
export type DescribedSchema = z.infer<typeof schemaSchema>;
export type DescribedContent = z.infer<typeof contentSchema>;

/** One route as the document describes it. */
export type Operation = z.infer<typeof operationSchema> & {
  /** `GET` */
  readonly method: string;
  /** `/api/v1/areas/{area}` */
  readonly path: string;
};

/** The routes of a group, in the order of the document. */
export function operationsOf({ paths }: Described, tag: string): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, { tags }]) => tags.includes(tag))
      .map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
}

/** The answers that are none of the usual refusals: one, but for what may be accepted for later. */
export function answersOf({ responses }: Operation): DescribedContent {
  const [, answer] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
  return contentSchema.parse(answer?.['content'] ?? {});
}
