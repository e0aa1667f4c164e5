import { personalTextIn } from '../reading/personal-data/guard.ts';
import { type Problem, problem } from './problem.ts';

/**
 * Why what somebody wrote is not taken: a text in it holds what tells of one person, by the rules that files are held
 * to. It names the field and never repeats the text. A name cannot be told from any other word.
 */
export function personalTextProblem(written: unknown): Problem | undefined {
  const errors = textsOf(written, '').flatMap(({ field, text }) => {
    const what = personalTextIn(text);
    return what === undefined ? [] : [{ field, message: `Seems to hold ${what}` }];
  });
  return errors.length === 0
    ? undefined
    : problem(
        400,
        'Cannot keep this: it seems to hold personal data. Everybody who may read the area would see it, for good. Nothing was stored; write it without what is about a single person.',
        errors,
      );
}

/** Every text of a JSON value, with where it stands: `match.metric`. The names that people choose are texts too. */
function textsOf(value: unknown, path: string): readonly { readonly field: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ field: path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [
    // Under a name that is itself personal the field is the whole that holds it.
    ...(personalTextIn(name) === undefined ? [] : [{ field: path, text: name }]),
    ...textsOf(each, personalTextIn(name) === undefined ? (path === '' ? name : `${path}.${name}`) : path),
  ]);
}
