import { cut, type Fault } from './problem.ts';

/**
 * Why a cell is not taken as text: a spreadsheet would run it. `+` and `-` begin formulas as well as numbers, so call
 * it only for what is neither a number nor a symbol.
 */
export function formulaFault(text: string): Fault | undefined {
  if (!/^\s*[=@+\-−]|^[\t\r\n]/.test(text)) return undefined;
  const message = `Cannot take "${cut(text.trim())}": it begins as a spreadsheet formula does, and formulas are never worked out here. If it stands in a workbook, open it in Excel and save it, so that its result is stored; else write its result, or begin a text with a letter or a digit.`;
  return { code: 'formula', message };
}

/** Why a cell is not taken: the spreadsheet that it comes from could not work it out. */
export function spreadsheetErrorFault(text: string): Fault | undefined {
  if (!/^#(n\/a|ref!|div\/0!|value!|name\?|num!|null!|spill!|calc!|#+)$/i.test(text.trim())) return undefined;
  const message = `Cannot read "${text.trim()}" as a figure: it is a spreadsheet's error. Mend the formula, leave the cell empty, or write n/a.`;
  return { code: 'spreadsheet-error', message };
}
