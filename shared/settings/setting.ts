/** What people may settle for an area. Each kind says what its `id` names. */
export const settingKinds = [
  'mapping',
  'rule',
  'override',
  'rebase',
  'silence',
  'acknowledgement',
  'reminder',
  'due-days',
  'finding',
  'scenario',
] as const;
export type SettingKind = (typeof settingKinds)[number];

/**
 * One version of one thing that somebody settled for an area. Versions are never changed and never removed: what
 * was in force at any time can be told, and who said so.
 */
export type Setting = {
  readonly area: string;
  readonly kind: SettingKind;
  /** What it is about: of a mapping the feed, of a rule, an override or a new basis the metric, of an acknowledgement the alert, of a finding its id. */
  readonly id: string;
  /** 1 for the first, one more for each that follows. */
  readonly version: number;
  /** What was settled, JSON; its shape is its kind's affair. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Subject of the token that wrote it. */
  readonly by: string;
  /** When it was written, ISO. */
  readonly at: string;
  /** First and last day (England) on which it counts; without them, from `at` on and for good. */
  readonly validFrom?: string;
  readonly validUntil?: string;
};

/** The settings that had been written by an instant. */
export function settingsKnownAt(settings: readonly Setting[], at: Date): readonly Setting[] {
  return settings.filter((setting) => new Date(setting.at) <= at);
}

/** The latest version of one setting; undefined when there is none. */
export function latestSetting(
  settings: readonly Setting[],
  kind: SettingKind,
  id: string,
): Setting | undefined {
  return settings
    .filter((setting) => setting.kind === kind && setting.id === id)
    .reduce<Setting | undefined>(
      (latest, each) => (latest !== undefined && latest.version > each.version ? latest : each),
      undefined,
    );
}
