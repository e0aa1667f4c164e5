import * as z from 'zod';
import { monthInLondon } from '../../period/london.ts';
import { addMonths, type Month } from '../../period/month.ts';
import { models, type SavedScenario, savedScenarioSchema } from '../../scenario/saved/saved-scenario.ts';
import type { Setting } from '../../settings/setting.ts';
import type { DoorPorts } from '../ports.ts';

/** Words that stand where a name would: the models, and the comparison. */
const RESERVED: readonly string[] = [...models, 'compare'];

export const scenarioNameSchema = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,59}$/,
    'A scenario is named in small letters, figures and hyphens: more-places-2026',
  )
  .refine((name) => !RESERVED.includes(name), `These are not names of scenarios: ${RESERVED.join(', ')}.`)
  .meta({ description: 'Name of a scenario, `more-places-2026`' });

/** What is said of a kept scenario without its figures. */
export const keptSchema = z
  .object({
    area: z.string(),
    name: z.string(),
    model: z.enum(models),
    title: z.string().nullable().describe('Its own `name`, for people'),
    version: z.int(),
    by: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'KeptScenario' });

export const keptWithBodySchema = keptSchema
  .extend({
    scenario: z.record(z.string(), z.unknown()).describe('The body, as the model’s own route takes it'),
  })
  .meta({ id: 'KeptScenarioBody' });

/** A stored version of a scenario; throws when it was not written by this product. */
export function savedIn(setting: Setting): SavedScenario {
  return savedScenarioSchema.parse(setting.body);
}

export function keptOf(setting: Setting): z.input<typeof keptSchema> {
  const { area, id, version, by, at } = setting;
  const { model, scenario } = savedIn(setting);
  return { ...{ area, model, version, by, at }, name: id, title: scenario.name ?? null };
}

export function keptWithBody(setting: Setting): z.input<typeof keptWithBodySchema> {
  return { ...keptOf(setting), scenario: savedIn(setting).scenario };
}

/** The month after the present one. */
export function nextMonth({ clock }: Pick<DoorPorts, 'clock'>): Month {
  return addMonths(monthInLondon(clock.now()), 1);
}
