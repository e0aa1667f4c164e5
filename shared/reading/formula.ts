import { isFormulaText } from './formula-text.ts';
import { cut, type Fault } from './problem.ts';

/**
 * Why a cell is not taken: a spreadsheet would work it out. `+` and `-` begin numbers too, so call it only for what is
 * neither a number nor a symbol.
 */
export function formulaFault(text: string): Fault | undefined {
  if (!isFormulaText(text)) return undefined;
  const message = `Cannot take "${cut(text.trim())}": it begins as a spreadsheet formula does, and formulas are never worked out here. If it stands in a workbook, open it in Excel and save it, so that its result is stored; else write its result, or put a word before it.`;
  return { code: 'formula', message };
}

/** Why a cell that means to be a figure is not taken: a tab or a new line before it hides formulas from a first look. */
export function smuggledFault(text: string): Fault | undefined {
  if (!/^[\t\r\n]/.test(text)) return undefined;
  const message = `Cannot take "${cut(text.trim())}": a tab or a new line stands before it, which is how formulas are hidden. Write the figure alone.`;
  return { code: 'formula', message };
}

/** Why a cell is not taken: the spreadsheet that it comes from could not work it out. */
export function spreadsheetErrorFault(text: string): Fault | undefined {
  if (!/^#(n\/a|ref!|div\/0!|value!|name\?|num!|null!|spill!|calc!|#+)$/i.test(text.trim())) return undefined;
  const message = `Cannot read "${text.trim()}" as a figure: it is a spreadsheet's error. Mend the formula, leave the cell empty, or write n/a.`;
  return { code: 'spreadsheet-error', message };
}
