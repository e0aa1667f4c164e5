import { compareRatings, isKnown } from '../../rating/combine.ts';
import type { Rating } from '../../rating/rating.ts';
import type { Entry } from '../entry.ts';
import type { Joined } from '../links.ts';
import type { ProgrammeStand } from './portfolio-view.ts';

/** A programme as its roll-up has it: the worst of its workstreams, with why. */
export type RatedProgramme = {
  readonly id: string;
  readonly rating: Rating;
  readonly officerRating: Rating | null;
  readonly reasons: readonly { readonly text: string }[];
};

/** Each programme with how many of its workstreams have which status, in the order of their names. */
export function programmeStands(all: Joined, rated: readonly RatedProgramme[]): readonly ProgrammeStand[] {
  return rated
    .map(({ id, rating, officerRating, reasons }) => {
      const own = all.entries('programme').filter(({ identity }) => identity['programme'] === id);
      return {
        ...{ programme: id, rating, officerRating, workstreams: own.length },
        text: reasons.map(({ text }) => text).join(' '),
        byStatus: byStatus(own),
      };
    })
    .sort((a, b) => a.programme.localeCompare(b.programme, 'en', { numeric: true }));
}

function byStatus(workstreams: readonly Entry[]): ProgrammeStand['byStatus'] {
  return [...Map.groupBy(workstreams, ({ rating }) => rating)]
    .sort(([a], [b]) => place(b) - place(a))
    .map(([status, each]) => ({ status, workstreams: each.length }));
}

/** The worst first, then what is not started or cancelled, then what was not published. */
function place(status: Rating | null): number {
  if (status === null) return -100;
  return isKnown(status) ? compareRatings(status, 'blue') + 1 : compareRatings(status, 'blue');
}
