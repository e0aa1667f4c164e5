/** A part of a gap to plan, in the metric's unit and with its sign; null where it cannot be told. */
export type GapPart = {
  readonly id: string;
  /** As it stands in a sentence: "requests". */
  readonly name: string;
  readonly amount: number | null;
  /** Of how many months it is known, where it is made of months. */
  readonly months: { readonly known: number; readonly of: number } | null;
  /** What would have to be known to tell it, or to tell it of all months. */
  readonly missing: readonly string[];
};

/** A figure and its plan; null where not known. */
export type Pair = { readonly actual: number | null; readonly plan: number | null };

/** Both sides of pairs, or undefined where one of them is not known: unknown is never zero. */
export function bothSides(
  pairs: readonly Pair[],
): { readonly actual: readonly number[]; readonly plan: readonly number[] } | undefined {
  const actual = pairs.flatMap((pair) => pair.actual ?? []);
  const plan = pairs.flatMap((pair) => pair.plan ?? []);
  return actual.length === pairs.length && plan.length === pairs.length ? { actual, plan } : undefined;
}

/** What is not known of named pairs, in words: "a plan of ehcp.ceased". */
export function missingOf(named: Readonly<Record<string, Pair>>): readonly string[] {
  return Object.entries(named).flatMap(([metric, { actual, plan }]) => [
    ...(actual === null ? [`figures of ${metric}`] : []),
    ...(plan === null ? [`a plan of ${metric}`] : []),
  ]);
}
