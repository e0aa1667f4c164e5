import type { Problem } from '../facts/drop.ts';
import type { Statement } from './row-reading.ts';

/** A row that said something, and the later rows that repeat it to the figure. */
type Entry = {
  readonly row: number;
  readonly statements: readonly Statement[];
  readonly partly: boolean;
  /** Row numbers of repeats, as many as a report can list. */
  readonly repeats: number[];
  repeatCount: number;
};

type LedgerTotals = {
  readonly accepted: number;
  readonly partly: number;
  readonly rejected: number;
  /** Repeats of a row that was taken. */
  readonly ignored: number;
  /** One for each cell, in the order of their rows; the first row of a cell is its provenance. */
  readonly statements: readonly Statement[];
  /** A problem for each row that contradicts another, in row order, and how many there are. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
};

export type Ledger = {
  /** Notes a row; true when it only repeats an earlier one. */
  note(row: number, statements: readonly Statement[], partly: boolean): boolean;
  /** Statements held, repeats not counted. */
  readonly held: number;
  /** Forgets everything held, so that its memory can go; returns how many rows that were. */
  clear(): number;
  totals(): LedgerTotals;
};

/** Holds what the rows of one file say, so that rows which contradict each other can all be rejected. */
export function createLedger(listLimit: number): Ledger {
  let entries: Entry[] = [];
  let clean = new Map<string, Entry>();
  let held = 0;
  let rows = 0;
  let empty = 0;
  return {
    note(row, statements, partly) {
      rows += 1;
      if (statements.length === 0) {
        // Every figure of it was wrong: there is nothing to hold, and such rows may be without number.
        empty += 1;
        return false;
      }
      const signature = partly ? undefined : signatureOfAll(statements);
      const earlier = signature === undefined ? undefined : clean.get(signature);
      if (earlier !== undefined) {
        earlier.repeatCount += 1;
        if (earlier.repeats.length < listLimit) earlier.repeats.push(row);
        return true;
      }
      const entry: Entry = { row, statements, partly, repeats: [], repeatCount: 0 };
      entries.push(entry);
      if (signature !== undefined) clean.set(signature, entry);
      held += statements.length;
      return false;
    },
    get held() {
      return held;
    },
    clear() {
      const forgotten = rows;
      entries = [];
      clean = new Map();
      held = 0;
      rows = 0;
      empty = 0;
      return forgotten;
    },
    totals() {
      const totals = settle(entries, listLimit);
      return { ...totals, partly: totals.partly + empty };
    },
  };
}

/** Who first says what of a cell, who first says otherwise, and what is taken of it. */
type Claim = { readonly first: Statement; other: Statement | undefined; taken: boolean };

function settle(entries: readonly Entry[], listLimit: number): LedgerTotals {
  const claims = claimsOf(entries);
  const counts = { accepted: 0, partly: 0, rejected: 0, ignored: 0 };
  const taken: Statement[] = [];
  const problems: Problem[] = [];
  let problemCount = 0;
  for (const { row, statements, partly, repeats, repeatCount } of entries) {
    const disputed = statements.find(({ id }) => claims.get(id)?.other !== undefined);
    if (disputed === undefined) {
      if (partly) counts.partly += 1;
      else counts.accepted += 1;
      counts.ignored += repeatCount;
      for (const said of statements) {
        const claim = claims.get(said.id);
        if (claim === undefined || claim.taken) continue;
        claim.taken = true;
        taken.push(said);
      }
    } else {
      counts.rejected += 1 + repeatCount;
      problemCount += 1 + repeatCount;
      const against = opponentOf(disputed, claims.get(disputed.id));
      for (const number of [row, ...repeats]) problems.push(contradiction(number, disputed, against));
    }
  }
  problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return { ...counts, statements: taken, problems: problems.slice(0, listLimit), problemCount };
}

function claimsOf(entries: readonly Entry[]): ReadonlyMap<string, Claim> {
  const claims = new Map<string, Claim>();
  for (const { statements } of entries) {
    for (const said of statements) {
      const claim = claims.get(said.id);
      if (claim === undefined) claims.set(said.id, { first: said, other: undefined, taken: false });
      else if (claim.other === undefined && differ(claim.first, said)) claim.other = said;
    }
  }
  return claims;
}

/** The first statement that says something else of the same cell. */
function opponentOf(disputed: Statement, claim: Claim | undefined): Statement {
  if (claim === undefined) return disputed;
  return differ(claim.first, disputed) ? claim.first : (claim.other ?? claim.first);
}

function contradiction(row: number, disputed: Statement, against: Statement): Problem {
  const { column, period, text, series } = disputed;
  if (series.role === 'register') {
    const message = `Cannot take this row: row ${against.cell.row} is about the same entry of ${series.metric} and says something else of it. Rows that contradict each other are all rejected. Leave the one that is right.`;
    return { row, column, value: text, code: 'contradiction', message };
  }
  const message = `Cannot take this row: it says ${text} for ${column} in ${period}, and row ${against.cell.row} says ${against.text}. Rows that contradict each other are all rejected. Leave the one that is right.`;
  return { row, column, value: text, code: 'contradiction', message };
}

function signatureOfAll(statements: readonly Statement[]): string {
  const [only, ...more] = statements;
  return only !== undefined && more.length === 0 ? signatureOf(only) : statements.map(signatureOf).join('\n');
}

function signatureOf({ id, cell }: Statement): string {
  return `${id}|${cell.value ?? cell.status}|${countsOf(cell)}|${fieldsOf(cell)}`;
}

function differ(a: Statement, b: Statement): boolean {
  return (
    a.cell.value !== b.cell.value ||
    a.cell.status !== b.cell.status ||
    a.cell.numerator !== b.cell.numerator ||
    a.cell.denominator !== b.cell.denominator ||
    fieldsOf(a.cell) !== fieldsOf(b.cell)
  );
}

/** The counts that a figure rests on; most figures name none. */
function countsOf({ numerator, denominator }: Statement['cell']): string {
  return numerator === undefined && denominator === undefined ? '' : `${numerator}/${denominator}`;
}

/** The columns of a register's entry as one text; all entries of a file have the same columns in one order. */
function fieldsOf({ fields }: Statement['cell']): string {
  return fields === undefined ? '' : JSON.stringify(fields);
}
