/** Who asks. Where pages are open to all, as on one machine, nobody needs to say. */
type Caller = {
  /** What goes with each request. */
  headers(): Readonly<Record<string, string>>;
  /** The service does not take the sign-in any more. */
  refused(): void;
  /** Leaves for the council's sign-in, and comes back to the same address. */
  signIn(): void;
};

let present: Caller | undefined;

/** Lets every question from now on be asked by somebody who has signed in. */
export function askAs(caller: Caller): void {
  present = caller;
}

/** Who asks; undefined where there is no sign-in. */
export function caller(): Caller | undefined {
  return present;
}
