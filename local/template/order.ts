import { CannotStart } from '../cannot-start.ts';
import { intrinsicOf, isRecord } from './intrinsic.ts';
import { substitutedNames } from './substitute.ts';
import type { TemplateResource } from './template.ts';

/**
 * The logical ids so that each comes after every resource it refers to or depends on; otherwise in the order given.
 * Throws CannotStart on a circle.
 */
export function dependencyOrder(resources: ReadonlyMap<string, TemplateResource>): string[] {
  const order: string[] = [];
  const state = new Map<string, 'open' | 'done'>();

  function visit(id: string, path: readonly string[]): void {
    if (state.get(id) === 'done') return;
    if (state.get(id) === 'open') {
      throw new CannotStart(
        `Cannot order the template's resources: ${[...path, id].join(' → ')} is a circle.`,
      );
    }
    const resource = resources.get(id);
    if (!resource) return;
    state.set(id, 'open');
    const needed = [...resource.DependsOn, ...referredTo(resource.Properties)];
    for (const other of needed) visit(other, [...path, id]);
    state.set(id, 'done');
    order.push(id);
  }

  for (const id of resources.keys()) visit(id, []);
  return order;
}

function referredTo(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referredTo);
  if (!isRecord(value)) return [];
  const intrinsic = intrinsicOf(value);
  if (intrinsic?.name === 'Ref') return [String(intrinsic.argument)];
  if (intrinsic?.name === 'Fn::GetAtt') {
    return [
      String(Array.isArray(intrinsic.argument) ? intrinsic.argument[0] : intrinsic.argument).split('.')[0] ??
        '',
    ];
  }
  if (intrinsic?.name === 'Fn::Sub') {
    const [pattern, variables] = Array.isArray(intrinsic.argument)
      ? intrinsic.argument
      : [intrinsic.argument];
    const names = substitutedNames(String(pattern)).map((name) => name.split('.')[0] ?? '');
    return [...names, ...referredTo(variables)];
  }
  return Object.values(value).flatMap(referredTo);
}
