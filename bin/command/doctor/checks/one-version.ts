import * as z from 'zod';
import type { Check } from '../check.ts';
import type { SystemPorts } from '../ports.ts';

const health = z.object({ version: z.string() });

export const oneVersion: Check<SystemPorts> = {
  id: 'one-version',
  title: 'The functions, the template and this program are of one version',
  runbook: 'docs/runbooks/doctor.md#one-version',
  async run({ ask, place, version }) {
    const running = health.parse((await ask(`${place.apiUrl}/api/v1/health`)).body).version;
    if (running === version && place.version === version) return [];
    return [
      {
        what: `The functions are of version ${running}, their settings of ${place.version}, this program is ${version}.`,
        who: 'Whoever works on the system from here: a command may expect what the other side does not have. Councils, when a deployment ended half way.',
        mend:
          place.endpoints === undefined
            ? 'Deploy the version that is meant, or work from its checkout: npm run deploy -- --stage NAME'
            : 'Stop the system and start it again from this folder: npm start',
      },
    ];
  },
};
