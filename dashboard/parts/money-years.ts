import type { FinanceAnswer } from '../api/scenarios.ts';
import { cumulativeFinding, inYearFinding } from '../scenario/finance-finding.ts';
import { linesFigure } from './lines-figure.ts';

/** A budget year by year: the money of each year, and the deficit that it adds up to. */
export function moneyYears(found: FinanceAnswer): readonly HTMLElement[] {
  const { years, override } = found;
  const line = (of: (year: (typeof years)[number]) => number | null) =>
    years.map((each) => ({ period: each.year, value: of(each) }));
  const differs = years.some((each) => each.spend !== each.unmitigated.spend);
  const limited = years.some(({ limit }) => limit !== null);
  return [
    linesFigure({
      finding: inYearFinding(found),
      ...{ axis: 'In-year balance', unit: 'gbp' as const, zero: true, file: 'scenario-in-year-balance' },
      lines: [
        { name: 'With what is done', look: 'with', points: line((each) => each.inYearBalance) },
        ...(differs
          ? [
              {
                ...{ name: 'If nothing is done', look: 'without' as const },
                points: line((each) => each.unmitigated.inYearBalance),
              },
            ]
          : []),
      ],
      note: 'Income and the transfer from schools less spend, in each financial year. Below zero more is spent than comes in.',
    }),
    linesFigure({
      finding: cumulativeFinding(found),
      ...{
        axis: 'Cumulative balance',
        unit: 'gbp' as const,
        zero: true,
        file: 'scenario-cumulative-balance',
      },
      lines: [
        { name: 'With what is done', look: 'with', points: line((each) => each.cumulativeBalance) },
        {
          ...{ name: 'If nothing is done', look: 'without' as const },
          points: line((each) => each.unmitigated.cumulativeBalance),
        },
        ...(limited ? [{ name: 'Limit', look: 'limit' as const, points: line((each) => each.limit) }] : []),
      ],
      ...(override && { marks: [{ period: override.ends, text: 'Override ends' }] }),
      note: 'All years added up, with what the DfE and the council pay in. Below zero is a deficit.',
    }),
  ];
}
