import type { MonitoringReport } from './report-schema.ts';

/** What is still missing of a report, each with where to say it: nothing is made up in its place. */
export function toComplete(report: Omit<MonitoringReport, 'toComplete'>): string[] {
  const narrative = (section: string) =>
    `in the feed report-narrative, update ${report.update}, section ${section}`;
  return [
    ...report.onTrack.flatMap(({ position, question, answer, text }) =>
      answer === null || text === null
        ? [
            `“${question}”: ${answer === null ? 'answer Yes or No and say why' : 'say why'}, ${narrative('on-track')}, position ${position}.`,
          ]
        : [],
    ),
    ...(['drivers', 'barriers', 'engagement'] as const).flatMap((section) =>
      report[section].stated.length === 0
        ? [`${NAMES[section]}: name up to three, ${narrative(section)}.`]
        : [],
    ),
    ...report.conditions.flatMap(({ condition, rating, commentary, red }) => [
      ...(rating === null
        ? [`Condition ${condition}: no rating is given at this update; give it in the feed conditions.`]
        : []),
      ...(commentary === null
        ? [`Condition ${condition}: say how it went this quarter, in the feed conditions, column commentary.`]
        : []),
      ...(red?.missing ?? []).map((each) => `Condition ${condition}: ${each}`),
    ]),
    ...report.risks.flatMap(({ register, risk, mitigation, progress }) =>
      mitigation === null || progress === null
        ? [
            `Risk ${risk} (${register}): say ${[...(mitigation === null ? ['what is done against it'] : []), ...(progress === null ? ['how far that has come'] : [])].join(' and ')}, in the feed risks.`,
          ]
        : [],
    ),
    ...(report.adviserSupport.answer === null
      ? [`Adviser support: answer Yes or No, ${narrative('adviser-support')}.`]
      : []),
    ...report.signOff.flatMap(({ role, text }) =>
      text === null ? [`Sign-off by the ${role}: say when, ${narrative('sign-off')}.`] : [],
    ),
    ...(report.submitted === null ? [`Day of submission: give it, ${narrative('submission')}.`] : []),
  ];
}

const NAMES = {
  drivers: 'Drivers of positive change',
  barriers: 'Barriers',
  engagement: 'Examples of engagement',
} as const;
