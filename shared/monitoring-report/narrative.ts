import * as z from 'zod';

/** What the report reads of the entries of `report-narrative` that a run keeps. */
export const narrativeEntriesSchema = z.array(
  z.object({
    section: z.string(),
    position: z.string().default(''),
    history: z.array(
      z.object({
        update: z.string().nullable(),
        fields: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      }),
    ),
  }),
);

export type NarrativeEntries = z.output<typeof narrativeEntriesSchema>;

export type Narrated = {
  readonly position: string;
  readonly answer: 'Yes' | 'No' | null;
  readonly text: string | null;
  readonly role: string | null;
};

/** What a council wrote in a section of one update's report, in its order; nothing of any other update. */
export function narrated(entries: NarrativeEntries, section: string, update: string): readonly Narrated[] {
  return entries
    .filter((entry) => entry.section === section)
    .flatMap(({ position, history }) => {
      const said = history.find((each) => each.update === update);
      if (!said) return [];
      const { answer, text, ownerRole } = said.fields;
      return [
        {
          position,
          answer: answer === 'Yes' || answer === 'No' ? answer : null,
          text: filled(text),
          role: filled(ownerRole),
        } satisfies Narrated,
      ];
    })
    .sort((a, b) => a.position.localeCompare(b.position, 'en', { numeric: true }));
}

function filled(value: string | number | null | undefined): string | null {
  return value === undefined || value === null || value === '' ? null : String(value);
}
