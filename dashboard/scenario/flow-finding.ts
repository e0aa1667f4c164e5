import type { FlowAnswer } from '../api/scenarios.ts';
import { monthText } from '../words/figure.ts';
import type { FlowBase } from './flow-base.ts';

const whole = (value: number) => Math.round(value).toLocaleString('en-GB');

/** What a flow of plans leads to, in a sentence, beside the plan and beside doing nothing. */
export function flowFinding({ months, netAnnualGrowthAtEnd }: FlowAnswer, plan: FlowBase['plan']): string {
  const last = months.at(-1);
  if (last === undefined) return '';
  const { active, activeWithoutInterventions: without, period } = last;
  const ends = `${whole(active)} plans would be open in ${monthText(period)}`;
  const planned = plan?.points.find((point) => point.period === period);
  const difference = planned === undefined ? 0 : Math.round(active) - planned.value;
  const held =
    planned === undefined
      ? ''
      : difference === 0
        ? ', as planned'
        : `, ${whole(Math.abs(difference))} ${difference > 0 ? 'more' : 'fewer'} than the ${whole(planned.value)} planned`;
  const spared =
    Math.round(without) === Math.round(active) ? '' : ` If nothing were done it would be ${whole(without)}.`;
  return `${ends}${held}.${spared} Plans would then ${growthText(netAnnualGrowthAtEnd)}.`;
}

function growthText(growth: number): string {
  const plans = Math.round(growth);
  if (plans === 0) return 'neither grow nor fall';
  return plans > 0 ? `grow by ${whole(plans)} a year` : `fall by ${whole(-plans)} a year`;
}
