/** What a reader has set on a page of scenarios, as it stands in the address: names and texts. */
export type State = Readonly<Record<string, string>>;

/** A number of the state, or what it is otherwise; what is no number is as if it were not there. */
export function numberIn(state: State, name: string, otherwise: number): number {
  const text = state[name];
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : otherwise;
}
