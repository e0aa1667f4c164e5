import type { Unit } from '../../shared/catalogue/metric.ts';

/** How a line looks, the same for the same thing on every page; each has a colour and a dash of its own. */
export type LineLook = 'actual' | 'plan' | 'with' | 'without' | 'limit' | 'first' | 'second' | 'third';

export type LinePoint = { readonly period: string; readonly value: number | null };

/** A named line over periods; it breaks where nothing is known. */
export type ChartLine = {
  readonly name: string;
  readonly look: LineLook;
  readonly points: readonly LinePoint[];
};

/** What is drawn: lines of one unit, perhaps with a range about the first and days that matter. */
export type LinesOf = {
  /** Name of the value axis. */
  readonly axis: string;
  readonly unit: Unit;
  readonly lines: readonly ChartLine[];
  readonly range?: readonly { readonly period: string; readonly lower: number; readonly upper: number }[];
  readonly marks?: readonly { readonly period: string; readonly text: string }[];
  /** Whether zero is part of the picture: of balances, which side of it is the matter. */
  readonly zero?: boolean;
};

/** A picture of lines and what stands with it. */
export type LinesFigure = LinesOf & {
  /** What the picture shows, in a sentence: its title. */
  readonly finding: string;
  /** What to know of it, below it. */
  readonly note?: string;
  /** Name of the file in which its figures can be taken along. */
  readonly file: string;
  /** Which periods stand in the table; all where it is not said. */
  readonly listed?: (period: string) => boolean;
};
