import { monthIndex } from '../../period/month.ts';
import { systemFlowProblems } from '../flow/problems.ts';
import { lastMonth } from '../flow/system-flow-schema.ts';
import type { ScenarioProblem } from '../problem.ts';
import type { Finance } from './finance-schema.ts';
import { flowIn, numbersOf } from './numbers.ts';
import { planOf } from './plan.ts';
import { financeYears } from './run-finance.ts';
import { startsOf } from './starts.ts';
import { monthsOf, yearAfter, yearsAfter } from './years.ts';

/** Everything that is wrong with a finance scenario whose fields are each right by themselves. */
export function financeProblems(finance: Finance): readonly ScenarioProblem[] {
  const starts = startsOf(finance);
  const problems = [
    ...placementProblems(finance),
    ...flowProblems(finance),
    ...changeProblems(finance),
    ...yearProblems(finance),
    ...(starts.kind === 'problems' ? starts.problems : []),
  ];
  if (problems.length > 0 || starts.kind === 'problems') return problems;
  return outcomeProblems(finance, starts.of);
}

function placementProblems({ placements, flow, years }: Finance): ScenarioProblem[] {
  return placements.flatMap(({ placement, numbers }, at) => {
    const wrong = (field: string, message: string) => [{ field: `placements.${at}.${field}`, message }];
    if (placements.findIndex((each) => each.placement === placement) !== at)
      return wrong('placement', `${placement} is there already. Keep one of the two.`);
    if (numbers !== undefined && numbers.length !== years)
      return wrong(
        'numbers',
        `These are ${numbers.length} numbers for ${years} years. Give one for each year.`,
      );
    if (numbers === undefined && flow === undefined)
      return wrong('numbers', `There are no numbers for ${placement}. Give one for each year, or a flow.`);
    const known = placement === 'mainstream' || flow?.placements?.[placement] !== undefined;
    if (numbers === undefined && !known)
      return wrong(
        'numbers',
        `The flow does not say how many are in ${placement}. Add it to flow.placements, or give numbers.`,
      );
    return [];
  });
}

function flowProblems(finance: Finance): ScenarioProblem[] {
  const flow = flowIn(finance);
  if (!finance.flow || !flow) return [];
  const own = systemFlowProblems(finance.flow, flow.from);
  if (own.length > 0) return own.map(({ field, message }) => ({ field: `flow.${field}`, message }));
  const first = monthsOf(yearAfter(finance.from, 0)).first;
  const { last } = monthsOf(yearAfter(finance.from, finance.years - 1));
  const problems: ScenarioProblem[] = [];
  if (monthIndex(flow.from) > first) {
    const message = `It begins in ${flow.from}, after the start of ${finance.from}. Begin it in April of that year or earlier.`;
    problems.push({ field: 'flow.from', message });
  }
  if (monthIndex(lastMonth(flow)) < last) {
    const message = `It ends in ${lastMonth(flow)}, before the last year does. ${last - monthIndex(flow.from) + 1} months reach to its end.`;
    problems.push({ field: 'flow.horizonMonths', message });
  }
  return problems;
}

function changeProblems({ mitigations, placements }: Finance): ScenarioProblem[] {
  return mitigations.flatMap(({ name, changes }, at) =>
    changes.flatMap(({ placement }, index) => {
      if (placements.some((each) => each.placement === placement)) return [];
      const message = `"${name}" moves children of ${placement}, which has no unit cost. Add it to placements.`;
      return [{ field: `mitigations.${at}.changes.${index}.placement`, message }];
    }),
  );
}

function yearProblems({ from, years, contributions, limits, overrideEnds }: Finance): ScenarioProblem[] {
  const outside = (year: string, field: string): ScenarioProblem[] => {
    const at = yearsAfter(from, year);
    if (at >= 0 && at < years) return [];
    return [
      {
        field,
        message: `${year} is not one of the years worked out, ${from} to ${yearAfter(from, years - 1)}.`,
      },
    ];
  };
  return [
    ...contributions.flatMap(({ year }, at) => outside(year, `contributions.${at}.year`)),
    ...limits.flatMap(({ year }, at) =>
      limits.findIndex((each) => each.year === year) === at
        ? outside(year, `limits.${at}.year`)
        : [{ field: `limits.${at}.year`, message: `${year} has a limit already. Keep one of the two.` }],
    ),
    ...(overrideEnds === undefined ? [] : outside(overrideEnds, 'overrideEnds')),
  ];
}

/** Mitigations that together do what cannot be: fewer than no children in a placement, or spend below nothing. */
function outcomeProblems(finance: Finance, starts: ReadonlyMap<string, number>): ScenarioProblem[] {
  const rounding = 1e-6;
  for (const { year, placements, mitigated } of financeYears(planOf(finance, starts), numbersOf(finance))) {
    const emptied = placements.find(({ children }) => children < -rounding);
    if (emptied) {
      const named = finance.mitigations
        .filter(({ changes }) =>
          changes.some(({ placement, children }) => placement === emptied.placement && children < 0),
        )
        .map(({ name }) => `"${name}"`);
      const message = `In ${year} these take more children out of ${emptied.placement} than are in it: ${named.join(', ')}. They contradict the numbers; make them smaller.`;
      return [{ field: 'mitigations', message }];
    }
    if (mitigated.spend < -rounding) {
      const message = `In ${year} the mitigations save more than is spent. They contradict the spend; make them smaller.`;
      return [{ field: 'mitigations', message }];
    }
  }
  return [];
}
