import * as z from 'zod';

const answeredSchema = z.object({
  /** The address that was asked, `/api/v1/areas/E06000054?asOf=2024-12-20`. */
  asked: z.string(),
  /** The JSON that was sent with it. */
  sent: z.json().optional(),
  /** What was answered, by media type: JSON as what it says, any other as text. */
  answers: z.record(z.string(), z.json()),
  /** Of answers that are no text to show, names of files in `files/`, by media type. */
  files: z.record(z.string(), z.string()).optional(),
});

export const examplesSchema = z.object({
  routes: z.record(z.string(), answeredSchema).describe('By method and path, `GET /areas/{area}`'),
  problems: z.record(z.string(), z.json()).describe('A refusal of each status, by the status'),
});

/** Real requests to the sample council's system and what it answered, lists shortened. */
export type Examples = z.infer<typeof examplesSchema>;

export const noExamples: Examples = { routes: {}, problems: {} };

/** The examples as `bin/document-examples.ts` has written them; read only when somebody wants the description. */
export async function readExamples(): Promise<Examples> {
  const { default: stored } = await import('./answers.json', { with: { type: 'json' } });
  return examplesSchema.parse(stored);
}
