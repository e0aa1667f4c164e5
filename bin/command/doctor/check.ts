/** Something that is wrong: what it is, who is hurt by it, and how to mend it. Each is a whole sentence or more. */
export type Fault = { readonly what: string; readonly who: string; readonly mend: string };

/** One thing that the doctor looks at. */
export type Check<Ports> = {
  readonly id: string;
  /** What holds when nothing is wrong. */
  readonly title: string;
  /** The runbook, below the project's folder, with its section: `docs/runbooks/redrive.md#what-it-shows`. */
  readonly runbook: string;
  /** Every fault found; none when all is well. Throws when it cannot look, which is never taken for well. */
  readonly run: (ports: Ports) => Promise<readonly Fault[]>;
};

/** What came of a check. `unknown`: it could not look. */
export type Outcome = Omit<Check<never>, 'run'> &
  (
    | { readonly state: 'ok' }
    | { readonly state: 'fault'; readonly faults: readonly Fault[] }
    | { readonly state: 'unknown'; readonly why: string }
  );

/** Runs checks one after the other. One that throws does not keep the others from looking. */
export async function examine<Ports>(checks: readonly Check<Ports>[], ports: Ports): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const check of checks) outcomes.push(await outcomeOf(check, ports));
  return outcomes;
}

/** The checks of a system that does not answer at all. */
export function notExamined(checks: readonly Check<never>[], why: string): Outcome[] {
  return checks.map(({ id, title, runbook }) => ({ id, title, runbook, state: 'unknown', why }));
}

async function outcomeOf<Ports>({ id, title, runbook, run }: Check<Ports>, ports: Ports): Promise<Outcome> {
  try {
    const faults = await run(ports);
    return faults.length === 0
      ? { id, title, runbook, state: 'ok' }
      : { id, title, runbook, state: 'fault', faults };
  } catch (error) {
    const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { id, title, runbook, state: 'unknown', why };
  }
}
