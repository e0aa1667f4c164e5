import * as z from 'zod';
import { periodSchema } from './period-schema.ts';
import { reasonSchema } from './views.ts';

/** Which of the three answers about a series has changed. */
export const answerNames = ['rating', 'variation', 'assurance'] as const;

/**
 * One change of an answer about a series. It is never changed and never removed: a run carries on what the run before
 * it kept, so that it outlives the views of superseded runs.
 */
export const ratingChangeSchema = z
  .object({
    metric: z.string(),
    dimensions: z.record(z.string(), z.string()),
    of: z.enum(answerNames),
    from: z.string().nullable().describe('What was said before; null where nothing was'),
    to: z.string().nullable().describe('What is said since; null where nothing is any more'),
    period: periodSchema.nullable().describe('The period whose figure brought it'),
    knownAt: z.iso
      .datetime()
      .nullable()
      .describe('When that figure became known, as its file says; null where there is no figure'),
    recordedAt: z.iso.datetime().describe('When the run was made that found it'),
    reason: reasonSchema.nullable(),
    input: z.string().nullable().describe('Hash of all that went into the run that found it'),
  })
  .meta({ id: 'RatingChange' });

export const ratingChangesSchema = z.array(ratingChangeSchema);

export type RatingChange = z.output<typeof ratingChangeSchema>;
