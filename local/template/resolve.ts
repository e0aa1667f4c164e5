import { CannotStart } from '../cannot-start.ts';
import { type Intrinsic, intrinsicOf, isRecord } from './intrinsic.ts';
import type { Scope } from './scope.ts';
import { substitute } from './substitute.ts';

/** Stands for `AWS::NoValue` until the property or list entry that holds it is left out. */
const noValue = Symbol('AWS::NoValue');

/**
 * The value with every intrinsic function replaced by what it says; properties that are `AWS::NoValue` are left out.
 * Throws CannotStart on a reference to what the scope does not hold and on a function that is not known.
 * Source: CloudFormation's intrinsic function reference.
 */
export function resolve(value: unknown, scope: Scope): unknown {
  const resolved = resolveAny(value, scope);
  return resolved === noValue ? undefined : resolved;
}

function resolveAny(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) {
    return value.map((entry) => resolveAny(entry, scope)).filter((entry) => entry !== noValue);
  }
  if (!isRecord(value)) return value;
  const intrinsic = intrinsicOf(value);
  if (intrinsic) return apply(intrinsic, scope);
  const entries = Object.entries(value).map(([key, entry]) => [key, resolveAny(entry, scope)] as const);
  return Object.fromEntries(entries.filter(([, entry]) => entry !== noValue));
}

function apply({ name, argument }: Intrinsic, scope: Scope): unknown {
  switch (name) {
    case 'Ref':
      return reference(text(name, argument), scope);
    case 'Fn::GetAtt':
      return attribute(argument, scope);
    case 'Fn::Sub':
      return sub(argument, scope);
    case 'Fn::Join': {
      const [separator, parts] = list(name, argument, scope, 2);
      return list(name, parts, scope)
        .map((part) => text(name, part))
        .join(text(name, separator));
    }
    case 'Fn::Split': {
      const [separator, whole] = list(name, argument, scope, 2);
      return text(name, whole).split(text(name, separator));
    }
    case 'Fn::Select': {
      const [index, entries] = list(name, argument, scope, 2);
      const chosen = list(name, entries, scope)[Number(index)];
      if (chosen === undefined)
        throw new CannotStart(`Cannot resolve Fn::Select: no entry ${String(index)}.`);
      return chosen;
    }
    case 'Fn::If': {
      const [condition, yes, no] = unresolvedList(name, argument, 3);
      return resolveAny(holds(text(name, condition), scope) ? yes : no, scope);
    }
    case 'Fn::Base64':
      return Buffer.from(text(name, resolveAny(argument, scope)), 'utf8').toString('base64');
    case 'Fn::FindInMap': {
      const [map, first, second] = list(name, argument, scope, 3).map((key) => text(name, key));
      const found = scope.mappings[map ?? '']?.[first ?? '']?.[second ?? ''];
      if (found === undefined)
        throw new CannotStart(`Cannot resolve Fn::FindInMap ${map}.${first}.${second}.`);
      return found;
    }
    default:
      throw new CannotStart(
        `Cannot run the template here: it uses ${name}, which local/template does not resolve.`,
      );
  }
}

function reference(name: string, scope: Scope): unknown {
  if (name === 'AWS::NoValue') return noValue;
  if (scope.parameters.has(name)) return scope.parameters.get(name);
  const found = scope.identities.get(name);
  if (!found) throw new CannotStart(`Cannot resolve Ref ${name}: no such resource or parameter.`);
  return found.ref;
}

function attribute(argument: unknown, scope: Scope): string {
  const path = typeof argument === 'string' ? argument.split('.') : unresolvedList('Fn::GetAtt', argument, 2);
  const [id, ...rest] = path.map((part) => text('Fn::GetAtt', part));
  const name = rest.join('.');
  const found = scope.identities.get(id ?? '')?.attribute(name);
  if (found === undefined) {
    throw new CannotStart(`Cannot resolve Fn::GetAtt ${id}.${name}: the interpreter does not give it.`);
  }
  return found;
}

function sub(argument: unknown, scope: Scope): string {
  const [pattern, given] = Array.isArray(argument) ? argument : [argument, {}];
  const variables = isRecord(given) ? given : {};
  return substitute(text('Fn::Sub', pattern), (name) => {
    if (Object.hasOwn(variables, name)) return text('Fn::Sub', resolveAny(variables[name], scope));
    return text('Fn::Sub', name.includes('.') ? attribute(name, scope) : reference(name, scope));
  });
}

function holds(name: string, scope: Scope): boolean {
  const known = scope.conditions.get(name);
  if (known === undefined) throw new CannotStart(`Cannot resolve Fn::If: no condition ${name}.`);
  return known;
}

function list(name: string, argument: unknown, scope: Scope, length?: number): unknown[] {
  return unresolvedList(name, resolveAny(argument, scope), length);
}

function unresolvedList(name: string, argument: unknown, length?: number): unknown[] {
  if (Array.isArray(argument) && (length === undefined || argument.length === length)) return argument;
  throw new CannotStart(`Cannot resolve ${name}: it needs a list${length ? ` of ${length}` : ''}.`);
}

function text(name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  throw new CannotStart(`Cannot resolve ${name}: it needs a text and has ${JSON.stringify(value)}.`);
}
