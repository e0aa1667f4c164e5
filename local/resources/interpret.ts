import { CannotStart } from '../cannot-start.ts';
import { evaluateConditions } from '../template/conditions.ts';
import { isRecord } from '../template/intrinsic.ts';
import { dependencyOrder } from '../template/order.ts';
import { resolve } from '../template/resolve.ts';
import type { Identity, Scope } from '../template/scope.ts';
import type { Template } from '../template/template.ts';
import type { Declaration, Plan } from './declaration.ts';
import { ignoredIdentity, ignoredTypes } from './ignored.ts';
import { interpreters } from './list.ts';
import type { Place } from './place.ts';

const byType = new Map(interpreters.map((interpreter) => [interpreter.type, interpreter]));

/**
 * What a template asks for, as declarations that the engines can carry out. Resources of an ignored type only get a
 * name. Throws CannotStart naming every resource of a type that is neither interpreted nor ignored.
 */
export function interpretTemplate(template: Template, place: Place): Plan {
  const identities = new Map<string, Identity>();
  const plain: Scope = {
    parameters: parametersOf(template, place),
    mappings: template.Mappings,
    conditions: new Map(),
    identities,
  };
  const scope: Scope = { ...plain, conditions: evaluateConditions(template.Conditions, plain) };

  const wanted = new Map(
    Object.entries(template.Resources).filter(
      ([, { Condition }]) => Condition === undefined || scope.conditions.get(Condition) === true,
    ),
  );
  refuseUnknown([...wanted].map(([logicalId, { Type }]) => ({ logicalId, type: Type })));

  const plan: Declaration[] = [];
  for (const logicalId of dependencyOrder(wanted)) {
    const resource = wanted.get(logicalId);
    if (!resource) continue;
    const interpreter = byType.get(resource.Type);
    if (!interpreter) {
      identities.set(logicalId, ignoredIdentity(logicalId, resource.Type, place));
      continue;
    }
    const properties = resolve(resource.Properties, scope);
    const { identity, declarations } = interpreter.interpret(
      {
        logicalId,
        type: resource.Type,
        properties: isRecord(properties) ? properties : {},
        metadata: resource.Metadata,
      },
      place,
    );
    identities.set(logicalId, identity);
    plan.push(...declarations);
  }
  return plan;
}

function parametersOf(template: Template, place: Place): Map<string, unknown> {
  const given = Object.entries(template.Parameters).map(
    ([name, { Default }]) => [name, Default ?? ''] as const,
  );
  return new Map<string, unknown>([
    ...given,
    ['AWS::AccountId', place.account],
    ['AWS::Partition', 'aws'],
    ['AWS::Region', place.region],
    [
      'AWS::StackId',
      `arn:aws:cloudformation:${place.region}:${place.account}:stack/${place.stackName}/local`,
    ],
    ['AWS::StackName', place.stackName],
    ['AWS::URLSuffix', 'amazonaws.com'],
    ['AWS::NotificationARNs', []],
  ]);
}

function refuseUnknown(resources: readonly { logicalId: string; type: string }[]): void {
  const unknown = resources.filter(({ type }) => !byType.has(type) && !ignoredTypes.includes(type));
  if (unknown.length === 0) return;
  const names = unknown.map(({ logicalId, type }) => `${logicalId} (${type})`).join(', ');
  throw new CannotStart(
    `Cannot run the template on this machine: nothing here carries out ${names}. Add an interpreter to local/resources/list.ts, or the type to local/resources/ignored.ts when it has no effect on one machine.`,
  );
}
