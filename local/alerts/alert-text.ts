import * as z from 'zod';

const alert = z.looseObject({
  id: z.string(),
  action: z.string().optional(),
  severity: z.string().optional(),
  title: z.string().optional(),
  reasons: z.array(z.union([z.string(), z.looseObject({ text: z.string().optional() })])).optional(),
  links: z.looseObject({ dashboard: z.string().optional() }).optional(),
});
const grouped = z.looseObject({ id: z.string(), title: z.string().optional(), alerts: z.array(alert) });

type Alert = z.infer<typeof alert>;

/** A message of a topic: its id, and a few lines for the terminal. Undefined when it is no alert of this product. */
export function readAlert(message: unknown): { readonly id: string; readonly text: string } | undefined {
  const group = grouped.safeParse(message);
  if (group.success) {
    const { id, title, alerts } = group.data;
    return {
      id,
      text: [`Alert: ${title ?? `${alerts.length} together`}`, ...alerts.map(described)].join('\n'),
    };
  }
  const single = alert.safeParse(message);
  return single.success ? { id: single.data.id, text: `Alert: ${described(single.data)}` } : undefined;
}

/** `EHCPs 650 above plan (critical)`, and below it why and where to look. */
function described({ action = 'trigger', severity = 'info', title, reasons = [], links, id }: Alert): string {
  const state = action === 'trigger' ? severity : `${severity}, ${action}`;
  const why = reasons.map((reason) => (typeof reason === 'string' ? reason : reason.text));
  const details = [...why, links?.dashboard].filter((text) => text !== undefined && text !== '');
  return [`${title ?? id} (${state})`, ...details.map((text) => `  ${text}`)].join('\n');
}
