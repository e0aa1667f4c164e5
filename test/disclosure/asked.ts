import * as z from 'zod';
import type { DescribedRoute } from '../../shared/api/route.ts';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { fileOf, monthOf, SMALL_COUNCIL } from './small-council.ts';

/** What is written into paths and queries; what is named nowhere here is left out. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  area: [SMALL_COUNCIL],
  metric: metrics.filter(({ id }) => /^(ehcp|inmss)\./.test(id)).map(({ id }) => id),
  stage: ['ks2', 'absence'],
  feed: ['send-monthly'],
  format: ['csv'],
  period: [monthOf(20)],
  since: ['2023-01-01'],
  update: [monthOf(20)],
  x: ['absence.persistent'],
  y: ['ks2.rwm'],
  year: ['AY2022'],
};

/** What a route needs that another of the same parameter does not, or must not have. */
const BY_PATH: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  '/areas/{area}/drops/{id}': { id: [fileOf(19, {}).drop.id, fileOf(20, {}, 1).drop.id] },
  '/areas/{area}/ratings': { period: ['', monthOf(25)] },
  '/areas/{area}/series/{metric}': { period: [] },
  '/areas/{area}/series/{metric}/versions': { period: [monthOf(19), monthOf(20)] },
  '/areas/{area}/changes': { since: ['2023-01-01', '2023-11-01'] },
  '/areas/{area}/replay': { from: ['2023-09'], to: ['2024-05'], metric: [] },
  '/areas/{area}/decomposition/{metric}': { metric: ['ehcp.active', 'inmss.share'], period: [] },
  '/areas/{area}/gaps/{metric}': { metric: ['ks2.rwm'] },
  '/areas/{area}/localities': { metric: ['ks2.rwm'] },
};

/** Registers and lists of what there is none of here need no metric to be asked for. */
const OPTIONAL = ['metric', 'year', 'period', 'feed', 'format'];

/** An address that asks a route, and the route. */
export type Asked = { readonly route: DescribedRoute; readonly address: string };

/** Addresses that ask each route for everything that it can tell, now and as of other days. */
export function askedOf(routes: readonly DescribedRoute[], days: readonly string[]): readonly Asked[] {
  return routes
    .filter(({ method }) => method === 'GET')
    .flatMap((route) => addressesOf(route, days).map((address) => ({ route, address })));
}

function addressesOf({ path, params, query }: DescribedRoute, days: readonly string[]): readonly string[] {
  const named = (name: string) => BY_PATH[path]?.[name] ?? PARAMETERS[name];
  let addresses = [`/api/v1${path}`];
  for (const name of namesOf(params)) {
    const values = named(name) ?? ['nothing'];
    addresses = addresses.flatMap((address) => values.map((value) => address.replace(`{${name}}`, value)));
  }
  const optional = (name: string) => OPTIONAL.includes(name) && BY_PATH[path]?.[name] === undefined;
  let queries: readonly (readonly [string, string])[][] = [[]];
  for (const name of namesOf(query)) {
    const values = name === 'asOf' ? ['', ...days] : optional(name) ? [] : (named(name) ?? []);
    if (values.length === 0) continue;
    queries = queries.flatMap((each) => values.map((value) => [...each, [name, value] as const]));
  }
  const asked = addresses.flatMap((address) =>
    queries.map((each) => {
      const search = new URLSearchParams(Object.fromEntries(each.filter(([, value]) => value !== '')));
      if (namesOf(query).includes('limit')) search.set('limit', path.endsWith('/export') ? '8000' : '200');
      return search.size === 0 ? address : `${address}?${search}`;
    }),
  );
  // Where it begins can be said in two ways, not in both.
  const others = namesOf(query).includes('after') ? [`after=${monthOf(12)}-01T00:00:00.000Z&limit=200`] : [];
  return [...asked, ...addresses.flatMap((address) => others.map((other) => `${address}?${other}`))];
}

function namesOf(schema: z.ZodType): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
