import * as z from 'zod';

/** The parts of the API's answers that tests look at; the whole shape is held against the OpenAPI document. */

const reason = z.object({
  rule: z.string(),
  value: z.number().nullable(),
  bound: z.number().nullable(),
  difference: z.number().nullable(),
  since: z.string().nullable(),
  text: z.string(),
});

export const series = z.object({
  points: z.array(
    z.object({
      period: z.string(),
      value: z.number().nullable(),
      status: z.string().optional(),
      plan: z.number().optional(),
      difference: z.number().optional(),
      differencePercent: z.number().optional(),
      months: z.number().optional(),
      publishedMonths: z.number().optional(),
      knownAt: z.string(),
      drop: z.string(),
    }),
  ),
  plans: z.array(
    z.object({
      trajectory: z.string(),
      kind: z.string(),
      points: z.array(z.object({ period: z.string(), value: z.number().nullable() })),
    }),
  ),
  comparators: z.array(
    z.object({
      level: z.string(),
      points: z.array(z.object({ period: z.string(), value: z.number().nullable() })),
    }),
  ),
  forecast: z
    .object({
      method: z.string(),
      madeAt: z.string(),
      points: z.array(z.object({ period: z.string(), value: z.number() })),
    })
    .nullable(),
  rating: z
    .object({ rating: z.string(), period: z.string().nullable(), reasons: z.array(reason) })
    .nullable(),
});

export const versions = z.object({
  items: z.array(
    z.object({
      value: z.number().nullable(),
      status: z.string().optional(),
      knownAt: z.string(),
      drop: z.string(),
      row: z.number(),
      current: z.boolean(),
    }),
  ),
});

export const ratings = z.object({
  overall: z.object({ rating: z.string(), reasons: z.array(reason) }),
  items: z.array(
    z.object({
      metric: z.string(),
      period: z.string().nullable(),
      rating: z.string().nullable(),
      reasons: z.array(reason),
    }),
  ),
});

export const alerts = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      metric: z.string().nullable(),
      topic: z.string(),
      severity: z.string(),
      state: z.string(),
      rating: z.string().nullable(),
      since: z.string().nullable(),
      title: z.string(),
    }),
  ),
});

export const drops = z.object({
  items: z.array(
    z.object({ id: z.string(), key: z.string(), state: z.string(), cells: z.number(), knownAt: z.string() }),
  ),
  next: z.string().nullable(),
});

export const summary = z.object({
  headlines: z.array(
    z.object({
      metric: z.string(),
      latest: z.object({ period: z.string() }).nullable(),
      rating: z.object({ rating: z.string(), period: z.string().nullable() }).nullable(),
    }),
  ),
});

const figure = z.object({ value: z.number().nullable(), status: z.string().optional() }).nullable();

export const changes = z.object({
  items: z.array(
    z.object({
      ...{ of: z.string(), metric: z.string(), period: z.string().nullable(), kind: z.string() },
      ...{ before: figure, after: figure },
      ...{ knownAt: z.string(), drop: z.string().nullable() },
    }),
  ),
  next: z.string().nullable(),
});

export const replayed = z.object({
  items: z.array(
    z.object({
      ...{ month: z.string(), metric: z.string(), period: z.string(), knownAt: z.string() },
      ...{ assumed: z.boolean(), rating: z.string() },
      ...{ officerRating: z.string().nullable(), leadMonths: z.number().nullable() },
    }),
  ),
});

export const bridge = z.object({
  items: z.array(
    z.object({
      period: z.string(),
      opening: z.number().nullable(),
      closing: z.number().nullable(),
      unexplained: z.number().nullable(),
      gaps: z.array(z.object({ part: z.string(), status: z.string() })),
    }),
  ),
});

export const reconciliation = z.object({
  items: z.array(
    z.object({ metric: z.string(), period: z.string(), published: z.number().nullable(), cause: z.string() }),
  ),
});

export const dataQuality = z.object({
  items: z.array(z.object({ code: z.string(), metric: z.string().nullable(), periods: z.array(z.string()) })),
});

export const ratingHistory = z.object({
  items: z.array(
    z.object({
      ...{ of: z.string(), from: z.string().nullable(), to: z.string().nullable() },
      ...{ period: z.string().nullable(), knownAt: z.string().nullable(), recordedAt: z.string() },
      ...{ reason: reason.nullable(), input: z.string().nullable() },
    }),
  ),
  next: z.string().nullable(),
});

export const disagreements = z.object({
  items: z.array(
    z.object({
      ...{ metric: z.string(), condition: z.string().nullable(), rating: z.string().nullable() },
      ...{ officerRating: z.string().nullable(), levels: z.number(), since: z.string(), months: z.number() },
    }),
  ),
});
