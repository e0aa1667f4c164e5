import { declared, type Plan } from '../resources/declaration.ts';

/** The sources by which the runtime knows the parts of the product that a start has to do with. */
export const entries = {
  ingest: 'functions/ingest/handler.ts',
  recompute: 'functions/recompute/handler.ts',
  notify: 'functions/notify/handler.ts',
  webhook: 'functions/webhook/handler.ts',
  api: 'functions/api/handler.ts',
} as const;

/** Address of the queue that feeds a function, by the function's entry; undefined when the template has no such function. */
export function queueOf(plan: Plan, entry: string): string | undefined {
  const fed = declared(plan, 'function').find((each) => each.entry === entry);
  const source = declared(plan, 'event-source').find((each) => each.functionName === fed?.name);
  return declared(plan, 'queue').find((each) => each.arn === source?.queueArn)?.url;
}

/** The buckets that ingest reads and writes, by its own settings. */
export function dropBuckets(plan: Plan): { readonly drops: string; readonly reports: string } | undefined {
  const { variables } = declared(plan, 'function').find((each) => each.entry === entries.ingest) ?? {};
  const drops = variables?.['DROPS_BUCKET'];
  const reports = variables?.['REPORTS_BUCKET'];
  return drops === undefined || reports === undefined ? undefined : { drops, reports };
}
