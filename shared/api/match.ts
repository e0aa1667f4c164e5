type Matched = { readonly method: string; readonly path: string };

export type Match<Route extends Matched> =
  | { readonly kind: 'found'; readonly route: Route; readonly params: Record<string, string> }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'none' };

/** The route for a method and a path below `/api/v1`; parameters come percent-decoded. */
export function matchRoute<Route extends Matched>(
  routes: readonly Route[],
  method: string,
  path: string,
): Match<Route> {
  const matches = routes.flatMap((route) => {
    const params = paramsOf(route.path, path);
    return params ? [{ route, params }] : [];
  });
  const found = matches.find(
    ({ route }) => route.method === method || (method === 'HEAD' && route.method === 'GET'),
  );
  if (found) return { kind: 'found', ...found };
  if (matches.length > 0) return { kind: 'wrong-method', allowed: matches.map(({ route }) => route.method) };
  return { kind: 'none' };
}

function paramsOf(template: string, path: string): Record<string, string> | undefined {
  const names = template.split('/');
  const segments = path.split('/');
  if (names.length !== segments.length) return undefined;
  const params: [string, string][] = [];
  for (const [at, name] of names.entries()) {
    const segment = segments[at] ?? '';
    if (!name.startsWith('{')) {
      if (name !== segment) return undefined;
      continue;
    }
    const decoded = decode(segment);
    if (decoded === undefined || decoded === '') return undefined;
    params.push([name.slice(1, -1), decoded]);
  }
  return Object.fromEntries(params);
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
