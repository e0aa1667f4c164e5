import { movementOf } from '../programme/entry.ts';
import { type RiskEntry, saidBy, textAt } from './register-entries.ts';
import type { ReportRisk } from './report-schema.ts';

/** A risk at an update: its ratings until then, how it moved, and what is done; undefined where it was not yet known. */
export function riskPart(entry: RiskEntry, update: string): ReportRisk | undefined {
  const said = saidBy(entry, update);
  const [last, before] = said;
  if (!last) return undefined;
  return {
    ...{ register: entry.register, risk: entry.risk, text: textAt(last, 'text') ?? entry.text },
    ratings: said.map((each) => ({ update: each.update, rating: each.rating })).toReversed(),
    rating: last.rating,
    score: entry.scores.find((each) => each.update === last.update)?.score ?? null,
    movement: movementOf(before?.rating ?? null, last.rating),
    ownerRole: textAt(last, 'ownerRole'),
    mitigation: textAt(last, 'mitigation') ?? textAt(last, 'actionRequired'),
    progress: textAt(last, 'progress'),
  };
}
