import * as z from 'zod';
import { latestSetting, type Setting, settingsKnownAt } from './setting.ts';

/** What somebody says of a finding of the data-quality checks: that it is right, or known, and why. */
export type AcknowledgedFinding = {
  readonly version: number;
  /** The role that looked into it; the subject of the token where none was given. */
  readonly by: string;
  readonly note: string;
  readonly at: string;
  /** Until when it counts (ISO); null for as long as the figure stays. */
  readonly until: string | null;
};

const bodySchema = z.object({
  acknowledged: z.boolean(),
  by: z.string().nullable(),
  note: z.string(),
  until: z.iso.datetime().nullable(),
});

/**
 * The findings that are acknowledged at an instant, by their id. A finding whose figure or months change has another
 * id, and so returns by itself; one whose time is up, or that was taken back, returns too.
 */
export function acknowledgedFindings(
  settings: readonly Setting[],
  at: Date,
): ReadonlyMap<string, AcknowledgedFinding> {
  const known = settingsKnownAt(settings, at).filter(({ kind }) => kind === 'finding');
  const ids = new Set(known.map(({ id }) => id));
  return new Map(
    [...ids].flatMap((id) => {
      const setting = latestSetting(known, 'finding', id);
      const acknowledged = setting && acknowledgedFinding(setting);
      if (!acknowledged) return [];
      const { until } = acknowledged;
      return until !== null && new Date(until) <= at ? [] : [[id, acknowledged] as const];
    }),
  );
}

/** What a setting says of its finding; undefined where it takes the acknowledgement back. */
export function acknowledgedFinding({
  version,
  at,
  by: subject,
  body,
}: Setting): AcknowledgedFinding | undefined {
  const { acknowledged, by, note, until } = bodySchema.parse(body);
  return acknowledged ? { version, by: by ?? subject, note, at, until } : undefined;
}
