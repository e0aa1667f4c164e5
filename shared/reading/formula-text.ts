/** What a spreadsheet's formula is made of. Names come after references, which look like names. */
const TOKENS: readonly { readonly sort: Sort; readonly token: RegExp }[] = [
  { sort: 'space', token: /\s+/y },
  { sort: 'operand', token: /(\d+([.,]\d+)*|\.\d+)(e[+-]?\d+)?%*/iy },
  { sort: 'operand', token: /"[^"]*"|'[^']*'/y },
  { sort: 'call', token: /[a-z_\\][\w.]*(?=\()/iy },
  { sort: 'operand', token: /\$?[a-z]{1,3}\$?\d{1,7}(?![\w.])/iy },
  { sort: 'name', token: /[a-z_\\][\w.]*/iy },
  { sort: 'open', token: /[({[]/y },
  { sort: 'close', token: /[)}\]]/y },
  // A pipe and an exclamation mark call another program: cmd|' /C calc'!A0.
  { sort: 'operator', token: /[-+*/^&=<>:!|,;@#%]/y },
];

type Sort = 'space' | 'operand' | 'call' | 'name' | 'open' | 'close' | 'operator';

/**
 * True for a text that a spreadsheet would work out when it opens it: `=` and anything; `+`, `-` or `@` and something
 * that is a formula to its end, such as `-A1`, `+SUM(B1:B9)` or `-2+3+cmd|' /C calc'!A0`. A bullet, a remark or a
 * telephone number after a sign is none: no program can work out two words side by side.
 */
export function isFormulaText(text: string): boolean {
  const trimmed = text.trim();
  // Full-width signs count in some spreadsheets as the plain ones do.
  const plain = trimmed.normalize('NFKC');
  if ([trimmed, plain].some((written) => /^=+\s*[^=\s]/.test(written))) return true;
  return /^[-+@−]/.test(plain) && isExpression(plain.replaceAll('−', '-'));
}

/** Tokens to the end, no two operands side by side, and something to work out: names alone are words. */
function isExpression(text: string): boolean {
  let at = 0;
  let worksOut = false;
  let afterOperand = false;
  while (at < text.length) {
    const found = tokenAt(text, at);
    if (found === undefined) return false;
    at += found.length;
    switch (found.sort) {
      case 'space':
        break;
      case 'operator':
        afterOperand = false;
        break;
      case 'close':
        afterOperand = true;
        break;
      case 'open':
        if (afterOperand) return false;
        break;
      case 'call':
        if (afterOperand) return false;
        worksOut = true;
        break;
      case 'operand':
      case 'name':
        if (afterOperand) return false;
        worksOut ||= found.sort === 'operand';
        afterOperand = true;
    }
  }
  return worksOut;
}

function tokenAt(text: string, at: number): { readonly sort: Sort; readonly length: number } | undefined {
  for (const { sort, token } of TOKENS) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match !== null) return { sort, length: match[0].length };
  }
  return undefined;
}
