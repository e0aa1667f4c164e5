import type * as z from 'zod';
import type { Settings } from '../settings.ts';
import { type StageFile, stageSchema } from './stage-schema.ts';

export type StageOutcome =
  | { readonly ok: true; readonly settings: Settings; readonly placeholders: readonly string[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Where the settings of a stage are written, relative to the project. */
export function stageFile(name: string): string {
  return `stages/${name}.json`;
}

/** Why a stage cannot be called so; undefined when it can. */
export function stageNameProblem(name: string): string | undefined {
  return /^[a-z][a-z0-9-]{0,30}$/.test(name)
    ? undefined
    : `Cannot use "${name.slice(0, 80)}" as a stage: it becomes part of names. Use lower-case letters, digits and hyphens, at most 31.`;
}

/**
 * The settings of a stage from the text of its file. Collects every problem; each names the place in the file, what is
 * there and what is needed. `placeholders` are what the examples hold and no real deployment may.
 */
export function parseStage(name: string, text: string): StageOutcome {
  const wrongName = stageNameProblem(name);
  if (wrongName !== undefined) return { ok: false, problems: [wrongName] };
  const json = parseJson(text);
  if (!json.ok) return { ok: false, problems: [`Cannot read ${stageFile(name)} as JSON: ${json.why}`] };
  const parsed = stageSchema.safeParse(json.value);
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.flatMap((issue) => problemOf(name, issue)) };
  }
  return { ok: true, settings: settingsOf(name, parsed.data), placeholders: placeholdersIn(parsed.data) };
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; why: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? `${error.message}.` : String(error) };
  }
}

function problemOf(name: string, issue: z.core.$ZodIssue): string[] {
  const place = [stageFile(name), ...issue.path.map(String)].join(', ');
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.length === 0 ? ` Known are ${Object.keys(stageSchema.shape).join(', ')}.` : '';
    return issue.keys.map((key) => `${place}: Cannot use "${key}": there is no such setting.${known}`);
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return [`${place}: It is missing, and is needed (${String(issue.expected)}).`];
  }
  return [`${place}: ${issue.message}`];
}

function settingsOf(stage: string, file: StageFile): Settings {
  const { identityProvider: provider, dashboard } = file;
  return {
    stage,
    region: file.region,
    areas: [...new Set(file.areas)],
    alarmRecipients: file.alarms,
    logDays: file.retention.logDays,
    accessLogDays: file.retention.accessLogDays,
    ...(file.account !== undefined && { account: file.account }),
    ...(provider && {
      tokenIssuer: provider.issuer,
      tokenAudience: provider.audience,
      tokenKeysUrl: provider.keysUrl,
      ...(provider.clientId !== undefined && { signInClientId: provider.clientId }),
      ...(provider.scope !== undefined && { signInScope: provider.scope }),
      ...(provider.origins && { signInOrigins: provider.origins.map((each) => new URL(each).origin) }),
    }),
    ...(dashboard && {
      dashboardUrl: dashboard.url.replace(/\/+$/, ''),
      ...(dashboard.certificateArn !== undefined && { dashboardCertificateArn: dashboard.certificateArn }),
    }),
    ...(file.webAclArn !== undefined && { webAclArn: file.webAclArn }),
    ...(file.replica && { replica: file.replica }),
    ...(file.table && { table: file.table }),
    ...(file.budget && { monthlyBudgetUsd: file.budget.monthlyUsd }),
    ...(file.webhookSecretArn !== undefined && { webhookSecretArn: file.webhookSecretArn }),
  };
}

/** The account, the domain and the id that examples are written with: AWS's own and RFC 2606's. */
const PLACEHOLDER = /111122223333|\.example\b|REPLACE-ME/;

function placeholdersIn(value: unknown): string[] {
  if (typeof value === 'string') return PLACEHOLDER.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(placeholdersIn);
}
