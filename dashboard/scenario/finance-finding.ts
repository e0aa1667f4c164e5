import type { FinanceAnswer } from '../api/scenarios.ts';
import { poundsText } from '../words/money.ts';
import { periodWords } from '../words/period.ts';

/** When the money balances and what is then left, in a sentence. */
export function inYearFinding({ balanceYear, years }: FinanceAnswer): string {
  const last = years.at(-1);
  if (last === undefined) return '';
  if (balanceYear !== null)
    return `The year’s money is in balance from ${periodWords(balanceYear)} on${without(years)}.`;
  return `The year’s money does not come into balance by ${periodWords(last.year)}: ${poundsText(Math.abs(last.inYearBalance))} is missing in that year${without(years)}.`;
}

function without(years: FinanceAnswer['years']): string {
  const last = years.at(-1);
  if (last === undefined || Math.abs(last.unmitigated.inYearBalance - last.inYearBalance) < 50_000) return '';
  const balance = last.unmitigated.inYearBalance;
  return `; if nothing were done, ${poundsText(Math.abs(balance))} would be ${balance < 0 ? 'missing' : 'left over'} in ${periodWords(last.year)}`;
}

/** How large the deficit becomes, and what that means when the override ends. */
export function cumulativeFinding({ residualDeficit, balanceYear, override, years }: FinanceAnswer): string {
  const end = balanceYear ?? years.at(-1)?.year;
  if (end === undefined) return '';
  const left =
    residualDeficit === 0
      ? `No deficit is left at the end of ${periodWords(end)}.`
      : `A deficit of ${poundsText(residualDeficit)} is left at the end of ${periodWords(end)}.`;
  if (override === null) return left;
  const { unmitigatedCumulativeBalance: undone, reserves } = override;
  const held =
    reserves === null
      ? ''
      : `, ${override.beyondReserves ? 'more than' : 'within'} the ${poundsText(reserves)} of reserves`;
  return `${left} When the override ends (31 March ${Number(override.ends.slice(2)) + 1}) it is ${poundsText(Math.max(0, -override.cumulativeBalance))}, or ${poundsText(Math.max(0, -undone))} if nothing is done${held}.`;
}
