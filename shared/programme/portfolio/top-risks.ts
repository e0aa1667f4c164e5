import { numberOf, textOf } from '../entry.ts';
import type { Joined } from '../links.ts';
import { riskScore } from '../risks.ts';
import type { TopRisk } from './portfolio-view.ts';

/** Risks scored 15 or more, the highest first. */
export function topRisks(all: Joined): readonly TopRisk[] {
  return all
    .entries('risks')
    .flatMap((entry) => {
      const { identity, fields, rating, update } = entry;
      const [impact, likelihood] = [numberOf(fields, 'impact'), numberOf(fields, 'likelihood')];
      const { score, key, movement } = riskScore(entry, all);
      if (!key || score === null || impact === null || likelihood === null) return [];
      return [
        {
          ...{ register: identity['register'] ?? '', risk: identity['risk'] ?? '' },
          ...{ text: textOf(fields, 'text'), impact, likelihood, score, movement, rating, update },
          ownerRole: textOf(fields, 'ownerRole'),
          actionRequired: textOf(fields, 'actionRequired') ?? textOf(fields, 'mitigation'),
        },
      ];
    })
    .sort((a, b) => b.score - a.score);
}
