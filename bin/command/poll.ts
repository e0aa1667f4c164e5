/** Real time, given in so that tests need not wait. */
export type Pace = { readonly now: () => number; readonly sleep: (milliseconds: number) => Promise<void> };

export type Patience = {
  readonly pace: Pace;
  /** Milliseconds until it gives up. */
  readonly limit: number;
  /** Told before each wait, with the whole seconds since the beginning. */
  readonly waiting: (seconds: number) => void;
};

/** Looks until there is an answer, ever more slowly; undefined when it has not come within the limit. */
export async function poll<Answer>(
  look: () => Promise<Answer | undefined>,
  { pace, limit, waiting }: Patience,
): Promise<Answer | undefined> {
  const begun = pace.now();
  for (let wait = 100; ; wait = Math.min(1000, wait * 1.5)) {
    const answer = await look();
    if (answer !== undefined) return answer;
    const elapsed = pace.now() - begun;
    if (elapsed >= limit) return undefined;
    waiting(Math.floor(elapsed / 1000));
    await pace.sleep(Math.min(wait, limit - elapsed));
  }
}

export const realPace: Pace = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
