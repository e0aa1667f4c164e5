import type { Check } from '../check.ts';
import type { StagePorts } from '../ports.ts';

const who = 'Whoever deploys next: it is refused, or changes more than is meant.';

export const stageFile: Check<StagePorts> = {
  id: 'stage-file',
  title: 'The settings of the stage can be used, and are those that were deployed',
  runbook: 'docs/runbooks/doctor.md#stage-file',
  async run({ stage, deployedAreas }) {
    const read = await stage();
    if (!read.ok) {
      const mend = 'Correct the file of the stage; stages/stage.schema.json says what may be in it.';
      return read.problems.map((what) => ({ what, who, mend }));
    }
    const [settled, deployed] = [
      read.settings.areas.toSorted().join(', '),
      deployedAreas.toSorted().join(', '),
    ];
    if (settled === deployed) return [];
    return [
      {
        what: `The file of the stage names the councils ${settled}; deployed are ${deployed}.`,
        who: 'A council that is in one list and not in the other: its files are refused, or it is shown still.',
        mend: 'Deploy the stage, or bring its file up to date: npm run deploy -- --stage NAME shows the difference first.',
      },
    ];
  },
};
