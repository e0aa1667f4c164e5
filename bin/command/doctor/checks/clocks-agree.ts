import type { Check, Fault } from '../check.ts';
import type { SystemPorts } from '../ports.ts';

/** Tokens are refused from half a minute of difference on; HTTP tells whole seconds. */
const MOST_MS = 20_000;

export const clocksAgree: Check<SystemPorts> = {
  id: 'clocks-agree',
  title: 'The clocks agree, and nothing was made later than now',
  runbook: 'docs/runbooks/clock-wrong.md',
  async run({ ask, place, runs, realNow, now }) {
    const { date } = await ask(`${place.apiUrl}/api/v1/health`);
    const skew = date === undefined ? 0 : realNow().getTime() - date.getTime();
    const heads = await Promise.all(
      place.areas.map(async (area) => ({ area, made: (await runs.current(area))?.madeAt })),
    );
    return [
      ...skewed(skew, place.name),
      ...heads.flatMap(({ area, made }) => {
        const ahead = made === undefined ? 0 : Date.parse(made) - now().getTime();
        return ahead > MOST_MS ? [fromTheFuture(area, made ?? '', ahead)] : [];
      }),
    ];
  },
};

function skewed(skew: number, name: string): Fault[] {
  // A second for what HTTP cuts off.
  if (Math.abs(skew) <= MOST_MS + 1000) return [];
  const seconds = Math.round(Math.abs(skew) / 1000);
  return [
    {
      what: `The clock of this machine is ${seconds} s ${skew > 0 ? 'ahead of' : 'behind'} that of ${name}.`,
      who: 'Whoever works from this machine: tokens are refused, and a file that says when it was known may be refused as known later than put.',
      mend: 'Set the clock of this machine by a time server (NTP), then look again.',
    },
  ];
}

function fromTheFuture(area: string, made: string, ahead: number): Fault {
  return {
    what: `The current run of ${area} was made ${made}, which is ${Math.round(ahead / 1000)} s later than now.`,
    who: `Readers of ${area}: what is due, late or over is judged by a day that has not come.`,
    mend: 'A clock was wrong when it was made, or is wrong now. Follow the runbook.',
  };
}
