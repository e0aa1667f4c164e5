import type { Template } from '../../lib/template.ts';
import { at, functionOf, ofType, statements, target } from './synthesised.ts';

/** One thing that one role may do to one resource, `Table` or `every object of Bucket`. */
export type Grant = { readonly action: string; readonly resource: string };

/**
 * What a function may do, as IAM would decide from the template: what a statement of its role allows and none denies.
 * Its role has no managed policy and no inline one (`functions.test.ts`), so its policies are all there is.
 */
export function grantsOf(folder: string, template: Template): readonly Grant[] {
  const role = target(at(functionOf(folder, template)[1].Properties, 'Role'));
  const own = ofType('AWS::IAM::Policy', template).filter(([, { Properties }]) =>
    rolesOf(Properties).includes(role),
  );
  const pairs = (effect: string) =>
    own.flatMap(([, policy]) =>
      statements(policy)
        .filter(({ Effect }) => Effect === effect)
        .flatMap(({ Action, Resource }) =>
          Action.flatMap((action) => Resource.map((resource) => ({ action, resource: nameOf(resource) }))),
        ),
    );
  const denied = pairs('Deny');
  return pairs('Allow').filter(
    (each) => !denied.some(({ action, resource }) => action === each.action && resource === each.resource),
  );
}

function rolesOf(properties: unknown): readonly string[] {
  const roles = at(properties, 'Roles');
  return Array.isArray(roles) ? roles.map(target) : [];
}

/** A resource by the name that the constructs give it, without the hash; what is written otherwise, as it is written. */
export function nameOf(resource: unknown): string {
  const logical = target(resource);
  if (logical !== '') return withoutHash(logical);
  if (at(resource, 'Fn::Join', 1, 1) === '/*')
    return `every object of ${withoutHash(target(at(resource, 'Fn::Join', 1, 0)))}`;
  return typeof resource === 'string' ? resource : JSON.stringify(resource);
}

function withoutHash(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}
