/** Whether an entry of a register, as it is answered, is about a metric: it names, moves or is evidenced by it. */
export function isAbout(item: Readonly<Record<string, unknown>>, metric: string): boolean {
  const wanted = monthly(metric);
  return namesOf(item).some((name) => monthly(name) === wanted);
}

function namesOf({ metric, metrics, evidence }: Readonly<Record<string, unknown>>): readonly string[] {
  return [metric, metrics, evidence].flat().flatMap((named) => {
    if (typeof named === 'string') return [named];
    return isEvidence(named) ? [named.metric] : [];
  });
}

function isEvidence(named: unknown): named is { readonly metric: string } {
  return typeof named === 'object' && named !== null && 'metric' in named && typeof named.metric === 'string';
}

/** The metric of which another is the 12-month rolling form, or itself. */
export function monthly(metric: string): string {
  return metric.replace(/\.r12$/, '');
}
