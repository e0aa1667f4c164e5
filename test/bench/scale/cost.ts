import { readFileSync } from 'node:fs';
import * as z from 'zod';

const list = z.object({
  region: z.string(),
  asked: z.string(),
  poundsPerDollar: z.number().positive(),
  note: z.string(),
  prices: z.record(
    z.string(),
    z.object({
      service: z.string(),
      usd: z.number().positive(),
      per: z.number().positive(),
      unit: z.string(),
      source: z.url(),
      /** The day on which the price list was published that says so; absent where none could be read. */
      dated: z.iso.date().exactOptional(),
      /** Why not, where there is no date. */
      unconfirmed: z.string().exactOptional(),
    }),
  ),
});

/** The list prices that the model reckons with. */
export const prices = list.parse(JSON.parse(readFileSync(new URL('prices.json', import.meta.url), 'utf8')));

export type Price = (typeof prices.prices)[string];

/** What is used in a month, by the names of the price list, each in its unit. */
export type Usage = Readonly<Record<string, number>>;

/** Pounds a month by service, the dearest first. Throws for a use that has no price. */
export function costOf(usage: Usage): ReadonlyMap<string, number> {
  const costs = new Map<string, number>();
  for (const [name, amount] of Object.entries(usage)) {
    const price = prices.prices[name];
    if (!price) throw new Error(`The price list has no ${name}`);
    const pounds = (amount / price.per) * price.usd * prices.poundsPerDollar;
    costs.set(price.service, (costs.get(price.service) ?? 0) + pounds);
  }
  return new Map([...costs].sort(([, one], [, other]) => other - one));
}

/** The uses of several things together. */
export function together(...usages: readonly Usage[]): Usage {
  const sum: Record<string, number> = {};
  for (const usage of usages)
    for (const [name, amount] of Object.entries(usage)) sum[name] = (sum[name] ?? 0) + amount;
  return sum;
}

export function total(costs: ReadonlyMap<string, number>): number {
  return [...costs.values()].reduce((sum, each) => sum + each, 0);
}
