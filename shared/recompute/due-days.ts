import * as z from 'zod';
import { latestSetting, type Setting } from '../settings/setting.ts';

/** When the files of a feed are due. */
export type DueDays = {
  /** Months between one file and the next: 1 monthly, 3 quarterly, on the quarter's last month. */
  readonly every: 1 | 3;
  /** Working days after the end of the month or quarter; null where no file is awaited. */
  readonly workingDays: number | null;
  /** Working days more before anybody is told. */
  readonly grace: number;
};

/** The feeds of which files may be due. */
export const dueFeeds = ['send-monthly', 'send-breakdown', 'finance-monthly'] as const;
export type DueFeed = (typeof dueFeeds)[number];

/** A council may settle others. */
export const usualDueDays: Readonly<Record<DueFeed, DueDays>> = {
  // A month's figures are drawn in its first week and checked in the second.
  'send-monthly': { every: 1, workingDays: 10, grace: 2 },
  // Split figures follow when somebody asks for them.
  'send-breakdown': { every: 1, workingDays: null, grace: 2 },
  // A forecast is of a quarter and published with its papers: that of September 2024 came on the 52nd working day.
  'finance-monthly': { every: 3, workingDays: 60, grace: 5 },
};

/** What a council has settled of a feed. */
export const dueDaysBodySchema = z.object({
  every: z.union([z.literal(1), z.literal(3)]),
  workingDays: z.int().min(1).max(250).nullable(),
  grace: z.int().min(0).max(60),
});

/** When the files of each feed are due, by what a council has settled and else as usual. */
export function dueDaysOf(settings: readonly Setting[], feed: DueFeed): DueDays {
  const setting = latestSetting(settings, 'due-days', feed);
  return setting === undefined ? usualDueDays[feed] : dueDaysBodySchema.parse(setting.body);
}
