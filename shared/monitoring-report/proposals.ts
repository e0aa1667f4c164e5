import type { MetricDefinition } from '../catalogue/metric.ts';
import type { Decomposition } from '../recompute/decomposition/decompose.ts';
import { gapText, partText } from '../recompute/decomposition/sentence.ts';
import { MOST_STATED } from './template.ts';

/** A gap to plan, split, of a metric. */
export type SplitGap = {
  readonly definition: Pick<MetricDefinition, 'id' | 'shortName' | 'unit' | 'better'>;
  readonly split: Decomposition;
};

type Proposal = { readonly metric: string; readonly text: string };

/**
 * Which parts of the gaps to plan could be named as drivers and as barriers: those that move the figure to the good
 * side of its plan and those that move it to the bad, the greatest first. What is not explained proposes nothing, and
 * neither does the gap that there was from the start.
 */
export function proposals(gaps: readonly SplitGap[]): {
  readonly drivers: readonly Proposal[];
  readonly barriers: readonly Proposal[];
  /** Why nothing is proposed; null where something is, or there is no gap to look at. */
  readonly note: string | null;
} {
  const moved = gaps.flatMap(({ definition, split }) =>
    split.parts.flatMap((part) => {
      if (part.amount === null || part.amount === 0 || NO_CAUSE.has(part.id)) return [];
      const text = `${definition.shortName}: ${partText(definition, split, part)}`;
      const isGood = part.amount > 0 === (definition.better === 'higher');
      // Of different units: by how much of its own plan it moves the figure.
      const weight = Math.abs(part.amount / (split.plan === 0 ? 1 : split.plan));
      return definition.better === 'neither' ? [] : [{ metric: definition.id, text, isGood, weight }];
    }),
  );
  const greatest = (isGood: boolean) =>
    moved
      .filter((each) => each.isGood === isGood)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_STATED)
      .map(({ metric, text }) => ({ metric, text }));
  const gapTexts = gaps.map(({ definition, split }) => gapText(definition, split));
  const isSilent = moved.length === 0 && gapTexts.length > 0;
  return {
    ...{ drivers: greatest(true), barriers: greatest(false) },
    note: isSilent
      ? `The figures propose nothing: what a gap to plan consists of is not known. ${gapTexts.join(' ')}`
      : null,
  };
}

const NO_CAUSE = new Set(['unexplained', 'start']);
