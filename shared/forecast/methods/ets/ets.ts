import type { Method } from '../method.ts';
import type { EtsForm } from './form.ts';
import { fitEts } from './model.ts';

/** The best of a family's forms, with and without trend and season, by Akaike's corrected criterion. */
function ets(id: string, name: string, formsFor: (values: readonly number[]) => readonly EtsForm[]): Method {
  return {
    id,
    name,
    minimum: 24,
    fit: (values) => {
      const [first, ...rest] = formsFor(values).map((form) => fitEts(values, form));
      if (first === undefined) throw new Error(`Cannot fit ${id}: it has no form.`);
      return rest.reduce((best, model) => (model.criterion < best.criterion ? model : best), first);
    },
  };
}

const SHAPES = [
  { trend: false, season: true },
  { trend: true, season: true },
  { trend: false, season: false },
  { trend: true, season: false },
] as const;

const additive: readonly EtsForm[] = SHAPES.map((shape) => ({ kind: 'additive', ...shape }));
const multiplicative: readonly EtsForm[] = SHAPES.map((shape) => ({ kind: 'multiplicative', ...shape }));

export const additiveEts: Method = ets('ets-additive', 'additive ETS', () => additive);

/** Multiplicative errors and season where all values are positive, additive ones elsewhere. */
export const multiplicativeEts: Method = ets('ets-multiplicative', 'multiplicative ETS', (values) =>
  Math.min(...values) > 0 ? multiplicative : additive,
);
