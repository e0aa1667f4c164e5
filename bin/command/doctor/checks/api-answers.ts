import { isUnreachable } from '../../unreachable.ts';
import type { Check, Fault } from '../check.ts';
import type { SystemPorts } from '../ports.ts';

const who = 'Everyone who has the dashboard open, and every MIS that asks where to put its file.';

export const apiAnswers: Check<SystemPorts> = {
  id: 'api-answers',
  title: 'The API answers',
  runbook: 'docs/runbooks/doctor.md#api-answers',
  async run({ ask, place }) {
    const url = `${place.apiUrl}/api/v1/health`;
    try {
      const { status } = await ask(url);
      return status === 200
        ? []
        : [
            fault(
              `${url} answered ${status} and not 200.`,
              'Look in the api log for "request-failed", and in the access log for throttling.',
            ),
          ];
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      return [fault(`Nothing answers at ${url}.`, place.silent)];
    }
  },
};

function fault(what: string, mend: string): Fault {
  return { what, who, mend };
}
