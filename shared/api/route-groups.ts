/** What routes are about, for a reader of their description: the tags of the OpenAPI document, in this order. */
export const routeGroups = [
  { name: 'A council as a whole', about: 'Where it stands, and every figure at once' },
  { name: 'Figures', about: 'One measure over time, every value that it has had, and what explains it' },
  { name: 'Ratings', about: 'What is red, amber or green, why, and what officers say beside it' },
  { name: 'Alerts', about: 'What somebody has been told of, who took it on, and when to stay silent' },
  { name: 'Files', about: 'Sending files, what became of each, and what looks odd in them' },
  { name: 'Programme', about: 'The registers of a council, and the monitoring report' },
  { name: 'Education results', about: 'Results of schools by stage, group of pupils and place' },
  { name: 'Scenarios', about: 'What would follow from other figures' },
  { name: 'Councils, measures and the system', about: 'What there is to ask about' },
] as const;

export type RouteGroup = (typeof routeGroups)[number]['name'];

/** By the part of a path that follows the council; a route that is not named here is about the council as a whole. */
const GROUPS: Readonly<Record<string, RouteGroup>> = {
  ...of('Figures', 'series', 'changes', 'stock-bridge', 'decomposition', 'reconciliation', 'rebase'),
  ...of('Ratings', 'ratings', 'disagreements', 'rules', 'replay'),
  ...of('Alerts', 'alerts', 'silences', 'due-days', 'reminder-days'),
  ...of('Files', 'uploads', 'drops', 'mappings', 'data-quality', 'recompute', 'recomputes'),
  ...of('Programme', 'programme', 'milestones', 'conditions', 'risks', 'interventions'),
  ...of('Programme', 'recommendations', 'monitoring-report'),
  ...of('Education results', 'scorecards', 'gaps', 'correlations', 'localities', 'school-types'),
  ...of('Education results', 'cohorts', 'overlaps'),
  ...of('Scenarios', 'scenarios'),
};

/** The group of a route by its path below `/api/v1`, `/areas/{area}/series/{metric}` → `Figures`. */
export function groupOf(path: string): RouteGroup {
  const own = /^\/areas\/\{area\}\/([^/]+)/.exec(path)?.[1];
  if (own === undefined) return 'Councils, measures and the system';
  return GROUPS[own] ?? 'A council as a whole';
}

function of(group: RouteGroup, ...parts: readonly string[]): Record<string, RouteGroup> {
  return Object.fromEntries(parts.map((part) => [part, group]));
}
