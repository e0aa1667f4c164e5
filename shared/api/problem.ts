import * as z from 'zod';

/** RFC 9457: why a request was not answered, for a person and for a program. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().exactOptional().describe('The request, as it is logged'),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).exactOptional(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;

const TITLES = {
  400: 'Bad request',
  401: 'Not authorised',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Content too large',
  422: 'Content cannot be understood',
  500: 'Internal error',
  503: 'Not available for now',
} as const;

export type ProblemStatus = keyof typeof TITLES;

/** A problem of a status; `errors` name the fields of the request that are wrong. */
export function problem(status: ProblemStatus, detail: string, errors?: Problem['errors']): Problem {
  return { type: 'about:blank', title: TITLES[status], status, detail, ...(errors && { errors }) };
}

/** A problem that names each field that a schema refused. */
export function invalid(what: string, error: z.ZodError): Problem {
  const errors = error.issues.map((issue) => ({
    field: issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.'),
    message:
      issue.code === 'unrecognized_keys' ? 'is not known here; see /api/v1/openapi.json' : issue.message,
  }));
  const detail = `Cannot use this ${what}: ${errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ')}.`;
  return problem(400, detail, errors);
}

/** The problem of a path that names something unknown. */
export function notFound(error: z.ZodError): Problem {
  return problem(404, error.issues.map(({ message }) => message).join('; '));
}
