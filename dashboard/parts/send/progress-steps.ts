import type { Progress } from '../../api/send-file.ts';
import { html } from '../../dom/element.ts';

const STEPS = ['Sending', 'Received', 'Being read', 'Done'] as const;

/** How far a file has come, step by step, with the share of its bytes while they leave. */
export type ProgressSteps = {
  readonly element: HTMLElement;
  /** Shows a step, and answers what to say of it; undefined where nothing new has happened. */
  show(progress: Progress): string | undefined;
};

/** A list of the steps that a file goes through, of which the present one is marked by a word too. */
export function progressSteps(name: string): ProgressSteps {
  const bar = html('progress', { max: 1, value: 0, 'aria-label': `How much of ${name} is sent` });
  const share = html('span', { class: 'fine' });
  const items = STEPS.map((text) => html('li', {}, html('span', { class: 'step-name' }, text)));
  const element = html('div', { class: 'progress' }, bar, share, html('ol', { class: 'steps' }, items));
  let shown = '';
  return {
    element,
    show(progress) {
      const at = placeOf(progress);
      const percent = progress.step === 'sending' ? Math.round(progress.share * 100) : 100;
      bar.value = percent / 100;
      share.textContent = `${percent}% of the file is sent`;
      items.forEach((item, place) => {
        item.className = place < at ? 'step-done' : place === at ? 'step-now' : 'step-ahead';
        if (place === at) item.setAttribute('aria-current', 'step');
        else item.removeAttribute('aria-current');
      });
      if (shown === progress.step) return undefined;
      shown = progress.step;
      return words(name, progress.step);
    },
  };
}

function placeOf({ step }: Progress): number {
  return step === 'sending' ? 0 : step === 'received' ? 1 : 2;
}

function words(name: string, step: Progress['step']): string {
  switch (step) {
    case 'sending':
      return `Sending ${name}.`;
    case 'received':
      return `${name} is received.`;
    case 'reading':
      return `${name} is being read.`;
    case 'retrying':
      return `${name} could not be read yet, for a reason on our side. It is being tried again.`;
  }
}
