import * as z from 'zod';
import { CannotStart } from '../cannot-start.ts';
import type { Identity } from '../template/scope.ts';
import type { Declaration } from './declaration.ts';
import type { Place } from './place.ts';

/** A resource of the template with its intrinsic functions resolved. */
export type Resource = {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
};

/** What a resource is called, and what the runtime is to make of it. */
export type Interpretation = {
  readonly identity: Identity;
  readonly declarations: readonly Declaration[];
};

/** Understands one CloudFormation type. */
export type Interpreter = {
  readonly type: string;
  interpret(resource: Resource, place: Place): Interpretation;
};

/** CloudFormation writes numbers and booleans also as texts. */
export const cfnNumber = z.coerce.number();
export const cfnBoolean = z.union([
  z.boolean(),
  z.enum(['true', 'false']).transform((text) => text === 'true'),
]);

/** A property that would change what runs and is not carried out here: a template with it is refused, not half run. */
export function notHere(reason: string) {
  return z.undefined(reason).optional();
}

/** The properties as the schema says. Throws CannotStart naming the resource when they are otherwise. */
export function propertiesOf<Schema extends z.ZodType>(resource: Resource, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(resource.properties);
  if (parsed.success) return parsed.data;
  throw new CannotStart(
    `Cannot run ${resource.logicalId} (${resource.type}) here:\n${z.prettifyError(parsed.error)}`,
  );
}

/** The name of a Lambda function out of its name or ARN. */
export function functionNameOf(nameOrArn: string): string {
  const afterFunction = nameOrArn.split(':function:')[1];
  return afterFunction?.split(/[:/]/)[0] ?? nameOrArn;
}
