import type { DropReport } from '../facts/drop.ts';
import { DRY_RUN } from '../facts/tried.ts';

export type Tone = 'good' | 'mend' | 'bad' | 'wait';

/** What became of a file, in a line, and in which colour that is said. */
export type Headline = { readonly tone: Tone; readonly text: string };

/** True of a report of a file that was only tried. */
export function isTried({ id }: Pick<DropReport, 'id'>): boolean {
  return id === DRY_RUN;
}

/** True of a file that was refused since a person seems to be in it: nothing of what it says is shown. */
export function isPersonal({ problems }: Pick<DropReport, 'problems'>): boolean {
  return problems.some(({ code }) => code === 'personal-data');
}

/**
 * True where the file itself may be shown: it was looked through, and nobody seems to be in it. A file that was refused
 * unread (for its place, or its `known-at`) may hold anything.
 */
export function mayBeShown(report: Pick<DropReport, 'problems' | 'recognisedAs'>): boolean {
  return report.recognisedAs !== null && !isPersonal(report);
}

/** What became of the file. */
export function headline(report: DropReport): Headline {
  const tried = isTried(report);
  switch (report.state) {
    case 'received':
    case 'processing':
      return { tone: 'wait', text: 'This file is still being read' };
    case 'failed':
      return { tone: 'wait', text: 'This file could not be read yet, for a reason on our side' };
    case 'quarantined':
      return { tone: 'bad', text: `Nothing of this file ${tried ? 'would be' : 'was'} taken` };
    case 'accepted-with-problems':
      return {
        tone: 'mend',
        text: `${partTaken(report)} of this file ${tried ? 'would be' : 'was'} taken, and ${things(report.problemCount)} mending`,
      };
    case 'accepted':
      return report.deleted
        ? { tone: 'good', text: 'This file was deleted, and what it said is taken back' }
        : { tone: 'good', text: `This file ${tried ? 'would be' : 'was'} taken whole` };
  }
}

/** What somebody has to do now, step by step; empty when there is nothing to do. */
export function steps(report: DropReport): readonly string[] {
  const { state, problems } = report;
  const name = fileName(report);
  if (state === 'received' || state === 'processing') return ['Look again in a few minutes.'];
  if (state === 'failed')
    return [
      'You need do nothing: it is tried again. If this page says the same tomorrow, tell whoever runs Bellwether for you.',
    ];
  if (state === 'accepted') return [];
  const where = state === 'quarantined' && problems.length < 2 ? 'said above' : 'listed below, from the top';
  const mend = isPersonal(report)
    ? `Open “${name}” and take out what is about single people. Only the places are named here; what stands there is not repeated.`
    : `Open “${name}” and mend what is ${where}.`;
  const again = isTried(report)
    ? 'Try it again, or drop it when you are content.'
    : 'Drop it again in the same place and under the same name. It then replaces this version.';
  return [mend, 'Save it under the same name.', again];
}

/** What happened to the rows, in a sentence; empty while nothing has happened to them. */
export function account(report: DropReport): string {
  const { rows, cells, state, deleted } = report;
  if (deleted || state === 'received' || state === 'processing' || state === 'failed') return '';
  if (state === 'quarantined')
    return isTried(report) ? '' : 'If an earlier version of this file was taken, its figures still count.';
  const would = isTried(report);
  const said = [
    [rows.accepted, 'whole'],
    [rows.partly, 'without their wrong figures'],
    [rows.rejected, 'not at all'],
  ] as const;
  const parts = said
    .filter(([count]) => count > 0)
    .map(([count, how]) => `${count.toLocaleString('en-GB')} ${how}`);
  const read = rows.read - rows.ignored;
  const stored = `${counted(cells, 'figure')} ${would ? 'would be' : cells === 1 ? 'is' : 'are'} stored.`;
  const passed = `${counted(rows.ignored, 'row')} (titles, blanks, totals and the like) ${rows.ignored === 1 ? 'was' : 'were'} passed over.`;
  return [
    rows.accepted === read
      ? `${read === 1 ? 'The one row' : `All ${counted(read, 'row')}`} with data ${would ? 'would be' : read === 1 ? 'was' : 'were'} taken.`
      : `${counted(read, 'row')} ${read === 1 ? 'has' : 'have'} data. Taken: ${parts.join(', ')}.`,
    stored,
    ...(rows.ignored === 0 ? [] : [passed]),
  ].join(' ');
}

/** The name of the file, without its folders. */
export function fileName({ key }: Pick<DropReport, 'key'>): string {
  return key.split('/').slice(2).join('/') || key;
}

/** A number with its thing: `1 row`, `1,204 rows`. */
export function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en-GB')} ${thing}${count === 1 ? '' : 's'}`;
}

function things(count: number): string {
  return count === 1 ? '1 thing needs' : `${count.toLocaleString('en-GB')} things need`;
}

function partTaken({ rows, cells }: DropReport): string {
  if (cells === 0) return 'Nothing';
  return rows.rejected + rows.partly > rows.accepted ? 'Part' : 'Most';
}
