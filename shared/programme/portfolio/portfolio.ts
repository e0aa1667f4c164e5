import type { Joined } from '../links.ts';
import { activeWorkstreams } from './active-workstreams.ts';
import { lateWork } from './late-work.ts';
import type { ActiveWorkstream, LateWork, Meeting, ProgrammeStand, TopRisk } from './portfolio-view.ts';
import { programmeStands, type RatedProgramme } from './programme-stands.ts';
import { registersNote } from './registers-note.ts';
import { topRisks } from './top-risks.ts';

/** What the first page says of the registers: nothing in it comes from a figure, so all callers see the same. */
export type Portfolio = {
  readonly programmes: readonly ProgrammeStand[];
  readonly workstreams: readonly ActiveWorkstream[];
  readonly topRisks: readonly TopRisk[];
  readonly late: readonly LateWork[];
  readonly note: string;
  readonly meetings: readonly Meeting[];
};

/** The registers as the first page shows them. */
export function portfolio(all: Joined, rated: readonly RatedProgramme[]): Portfolio {
  return {
    programmes: programmeStands(all, rated),
    workstreams: activeWorkstreams(all),
    topRisks: topRisks(all),
    late: lateWork(all),
    note: registersNote(all),
    meetings: meetingsOf(all),
  };
}

function meetingsOf({ entries }: Joined): readonly Meeting[] {
  return entries('recommendations').flatMap(({ identity: { committee, date } }) =>
    date === undefined ? [] : [{ committee: committee ?? null, date }],
  );
}
