const PLACEHOLDER = /\$\{(!?)([^}]*)\}/g;

/** The pattern of an `Fn::Sub` with each `${Name}` replaced; `${!Literal}` becomes `${Literal}`. */
export function substitute(pattern: string, textOf: (name: string) => string): string {
  return pattern.replace(PLACEHOLDER, (_, literal: string, name: string) =>
    literal ? `\${${name}}` : textOf(name.trim()),
  );
}

/** The names that an `Fn::Sub` pattern speaks of. */
export function substitutedNames(pattern: string): string[] {
  const names: string[] = [];
  for (const [, literal, name] of pattern.matchAll(PLACEHOLDER)) {
    if (!literal && name !== undefined) names.push(name.trim());
  }
  return names;
}
