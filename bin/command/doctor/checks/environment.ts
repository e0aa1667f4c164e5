import { parseSettings } from '../../../../local/settings.ts';
import type { Check } from '../check.ts';
import type { MachinePorts } from '../ports.ts';

export const environmentHolds: Check<MachinePorts> = {
  id: 'environment',
  title: 'The settings in the environment can be used',
  runbook: 'docs/runbooks/doctor.md#environment',
  run({ environment }) {
    const parsed = parseSettings([], environment);
    if (parsed.kind !== 'misunderstood') return Promise.resolve([]);
    return Promise.resolve(
      parsed.problems.map((what) => ({
        what,
        who: 'Whoever starts the system here: the next start is refused.',
        mend: 'Correct the variable in the environment; npm start -- --help lists them.',
      })),
    );
  },
};
