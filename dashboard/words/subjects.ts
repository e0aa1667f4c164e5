import { stageOf, stages } from '../../shared/catalogue/outcomes/stages.ts';

/** Figures that are looked at together. */
export type Subject<Item> = { readonly id: string; readonly name: string; readonly items: readonly Item[] };

type Rated = { readonly metric: string; readonly unit: string };

const KINDS = [
  { id: 'plans', name: 'Plans and places' },
  { id: 'money', name: 'Money' },
  ...stages.map(({ id, name }) => ({ id, name })),
];

/** Items by what they are about: headline measures first, where any are told, then every item under its one kind; none is empty. */
export function subjectsOf<Item extends Rated>(
  items: readonly Item[],
  headlines: ReadonlySet<string> = new Set(),
): readonly Subject<Item>[] {
  const kinds = KINDS.map((kind) => ({ ...kind, items: items.filter((item) => kindOf(item) === kind.id) }));
  const leading = items.filter(({ metric }) => headlines.has(metric));
  return [{ id: 'headline', name: 'Headline measures', items: leading }, ...kinds].filter(
    (subject) => subject.items.length > 0,
  );
}

function kindOf({ metric, unit }: Rated): string {
  return stageOf(metric)?.id ?? (unit === 'gbp' ? 'money' : 'plans');
}
