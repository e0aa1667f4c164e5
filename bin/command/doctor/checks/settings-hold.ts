import { areaByCode } from '../../../../shared/catalogue/areas.ts';
import type { Check } from '../check.ts';
import type { SystemPorts } from '../ports.ts';

export const settingsHold: Check<SystemPorts> = {
  id: 'settings-hold',
  title: 'The councils that are served exist, and what people settled for them can be read',
  runbook: 'docs/runbooks/doctor.md#settings-hold',
  async run({ place, settings }) {
    const unknown = place.areas
      .filter((area) => areaByCode(area) === undefined)
      .map((area) => ({
        what: `The system serves "${area}", and no council of England has that code.`,
        who: 'The council that was meant: its files are refused as of an unknown area.',
        mend: 'Correct the list of areas, and deploy or start again.',
      }));
    const read = await Promise.all(
      place.areas.map(async (area) => ({
        area,
        problem: await settings.list(area).then(
          () => undefined,
          // A fault of the table is another check's; this one is about what a setting says.
          (error: unknown) =>
            error instanceof Error && error.name === 'ZodError' ? error.message : Promise.reject(error),
        ),
      })),
    );
    const unreadable = read.flatMap(({ area, problem }) =>
      problem === undefined
        ? []
        : [
            {
              what: `A setting of ${area} cannot be read: it does not have the form of a setting.`,
              who: `Readers of ${area}: it cannot be computed, and stays as it was.`,
              mend: 'Somebody changed the table by hand, or a newer version of the program did. Restore the item from a backup, or go back to that version.',
            },
          ],
    );
    return [...unknown, ...unreadable];
  },
};
