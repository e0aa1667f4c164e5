import type { Examples } from './examples.ts';

type Json = { readonly [key: string]: unknown };
type Answered = Examples['routes'][string];

const SHORTENED =
  'What the sample council’s system answered, as `npm start` gives it. Lists within it are cut to two entries.';
const WHOLE =
  'What the sample council’s system answered, as `npm start` gives it; a file beside the dashboard’s.';

/** The `examples` of one media type of an answer; nothing where there is none. */
export function answerExamples(answered: Answered | undefined, type: string): Json {
  const file = answered?.files?.[type];
  if (answered !== undefined && file !== undefined) {
    const about = { summary: answered.asked, description: WHOLE };
    return { examples: { sample: { ...about, externalValue: `/examples/${file}` } } };
  }
  const value = answered?.answers[type];
  if (answered === undefined || value === undefined) return {};
  return { examples: { sample: { summary: answered.asked, description: SHORTENED, value } } };
}

/** The `examples` of what a request carries as JSON. */
export function sentExamples(answered: Answered | undefined): Json {
  if (answered?.sent === undefined) return {};
  return { examples: { sample: { summary: answered.asked, value: answered.sent } } };
}

/** The `examples` of a refusal. Every route refuses in the same form, so they stand among the components once. */
export function problemExamples({ problems }: Examples, status: number): Json {
  if (problems[status] === undefined) return {};
  return { examples: { refused: { $ref: `#/components/examples/problem-${status}` } } };
}

/** The refusals to which `problemExamples` points. */
export function problemComponents({ problems }: Examples): Json {
  const entries = Object.entries(problems).map(([status, value]) => [`problem-${status}`, { value }]);
  return entries.length === 0 ? {} : { examples: Object.fromEntries(entries) };
}
