import { areaByCode } from '../catalogue/areas.ts';
import { dayInLondon } from '../period/london.ts';
import type { AlertMessage } from './alert.ts';
import type { AlertGroup, OutgoingMessage } from './group.ts';

/** A message as people read it in their mail: plain text, in lines of any length. */
export type Mail = { readonly subject: string; readonly body: string };

/** The mail of a message. */
export function mailOf(message: OutgoingMessage): Mail {
  return 'alerts' in message ? groupMail(message) : alertMail(message);
}

function alertMail(message: AlertMessage): Mail {
  const { title, reasons, links } = message;
  const paragraphs = [
    title,
    `${placeOf(message.area)}. ${urgencyOf(message)}`,
    ...acknowledgementOf(message),
    ...(reasons.length === 0 ? [] : [['Why:', ...reasons.map(({ text }) => `- ${text}`)].join('\n')]),
    [`Where to look: ${links.dashboard}`, `What to check: ${links.runbook}`].join('\n'),
    [...endingOf(message), `Message ${message.id}`].join('\n'),
  ];
  return { subject: `${labelOf(message)}: ${title}`, body: `${paragraphs.join('\n\n')}\n` };
}

function groupMail({ title, area, alerts, severity, id }: AlertGroup): Mail {
  const each = alerts.map((alert) => {
    const reason = alert.reasons[0]?.text;
    return [
      `${alert.severity.toUpperCase()}: ${alert.title}`,
      ...(reason === undefined ? [] : [`  ${reason}`]),
      `  ${alert.links.dashboard}`,
    ].join('\n');
  });
  const body = [
    `${placeOf(area)}. ${alerts.length} alerts have begun at once, the worst first.`,
    ...each,
    `Message ${id}`,
  ];
  return { subject: `${severity.toUpperCase()}: ${title}`, body: `${body.join('\n\n')}\n` };
}

function labelOf({ action, severity, reminder }: AlertMessage): string {
  switch (action) {
    case 'trigger':
      return reminder === null ? severity.toUpperCase() : `REMINDER, ${severity}`;
    case 'acknowledge':
      return 'TAKEN ON';
    case 'resolve':
      return 'OVER';
  }
}

function placeOf(area: string): string {
  return areaByCode(area)?.name ?? area;
}

function urgencyOf({ action, severity, deliver, deliverAt, previousRating, rating }: AlertMessage): string {
  const changed =
    rating === null || previousRating === null || rating === previousRating
      ? ''
      : ` It was ${previousRating} and is ${rating}.`;
  if (action === 'resolve') return `This is over; nothing is left to do.${changed}`;
  switch (deliver) {
    case 'page':
      return `A limit has been passed: act now.${changed}`;
    case 'now':
      return `${severity === 'critical' ? 'Critical: act today.' : 'Act soon.'}${changed}`;
    case 'next-working-morning':
      return `${severity === 'critical' ? 'Critical' : 'A warning'}: look at it on the morning of ${dayText(deliverAt)}.${changed}`;
  }
}

function acknowledgementOf({ acknowledgement }: AlertMessage): readonly string[] {
  if (acknowledgement === null) return [];
  const { by, note, until } = acknowledgement;
  // The instant at which a day is over is the next one's first.
  const end =
    until === null ? '' : ` It fires again after ${dayText(new Date(Date.parse(until) - 1).toISOString())}.`;
  return [`${by} has taken this on${note === null ? '' : `: ${note}`}.${end}`];
}

function endingOf({ action, reminder, area, links }: AlertMessage): readonly string[] {
  if (action !== 'trigger') return [];
  const again =
    reminder === null
      ? 'You hear of this again when it gets worse, when it is over, and after some days if nobody takes it on.'
      : 'Nobody has taken this on yet.';
  const [dashboard = ''] = links.dashboard.split('/?');
  return [again, `To take it on, or to silence it: ${dashboard}/?area=${area}&page=alerts`];
}

const days = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
});

/** `Friday 10 January 2025`, of an ISO instant in England. */
function dayText(instant: string): string {
  return days.format(new Date(`${dayInLondon(new Date(instant))}T12:00:00.000Z`)).replace(',', '');
}
