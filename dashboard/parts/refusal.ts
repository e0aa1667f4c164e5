import type { Failed } from '../api/ask.ts';
import { html } from '../dom/element.ts';
import { partFailure } from './failure.ts';

/** Why a scenario cannot be worked out, in the words of the service, which say how to mend it. */
export function refusal(what: string, failed: Failed): HTMLElement {
  if (failed.status !== 400 || failed.detail === null) return partFailure(what, failed);
  const text = failed.detail.replaceAll(/\b(?:interventions|mitigations)\.[\w.]+: /g, '');
  return html('p', { class: 'notice notice-refused', role: 'alert' }, text);
}
