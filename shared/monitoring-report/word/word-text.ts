import { HeadingLevel, Paragraph, ShadingType, TextRun } from 'docx';
import type { Rating } from '../../rating/rating.ts';
import { ratingName, TO_COMPLETE } from '../report-words.ts';

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** A heading of a level, kept with what it heads. */
export function heading(level: 1 | 2 | 3, text: string): Paragraph {
  return new Paragraph({ heading: LEVELS[level - 1] ?? HeadingLevel.HEADING_3, keepNext: true, text });
}

/** A paragraph of runs. */
export function paragraph(...runs: readonly (string | TextRun)[]): Paragraph {
  return new Paragraph({
    spacing: { after: 120 },
    children: runs.map((run) => (typeof run === 'string' ? new TextRun(run) : run)),
  });
}

export function bullet(...runs: readonly (string | TextRun)[]): Paragraph {
  return new Paragraph({
    bullet: { level: 0 },
    spacing: { after: 60 },
    children: runs.map((run) => (typeof run === 'string' ? new TextRun(run) : run)),
  });
}

export function bold(text: string): TextRun {
  return new TextRun({ text, bold: true });
}

export function soft(text: string): TextRun {
  return new TextRun({ text, color: '4B5662' });
}

/** What somebody said, or that it is still to be said. */
export function saidOr(text: string | null): TextRun {
  return text === null
    ? new TextRun({ text: TO_COMPLETE, bold: true, ...shaded('7A4300', 'FFF2D9') })
    : new TextRun(text);
}

const COLOURS = {
  red: ['A3211A', 'FCE8E6'],
  'amber-red': ['A3211A', 'FCE8E6'],
  amber: ['7A4300', 'FFF2D9'],
  'amber-green': ['7A4300', 'FFF2D9'],
  green: ['155C2A', 'E4F4E8'],
  blue: ['14568C', 'E3EEF8'],
  grey: ['4B5662', 'ECEFF2'],
  black: ['4B5662', 'ECEFF2'],
} as const satisfies Record<Rating, readonly [string, string]>;

/** A rating by its name, in its colour: the word says it, the colour only helps. */
export function ratingRun(rating: Rating | null): TextRun {
  if (rating === null) return soft(ratingName(rating));
  const [ink, paper] = COLOURS[rating];
  return new TextRun({ text: ` ${ratingName(rating)} `, bold: true, ...shaded(ink, paper) });
}

function shaded(color: string, fill: string) {
  return { color, shading: { type: ShadingType.CLEAR, color: 'auto', fill } };
}
