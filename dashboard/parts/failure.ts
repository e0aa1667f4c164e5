import type { Failed } from '../api/ask.ts';
import { caller } from '../api/caller.ts';
import { html } from '../dom/element.ts';

/** What went wrong here, not with the service: a page that could not be made, or its script that did not come. */
export type Fault = { readonly kind: 'fault'; readonly of: 'page' | 'script' };

type Words = { readonly heading: string; readonly text: string };

/** Why figures cannot be shown and what the reader can do; `again` asks once more. */
export function failure(failed: Failed | Fault, again: () => void): HTMLElement {
  const { heading, text } = words(failed);
  if (failed.kind === 'failed' && failed.status === null) addEventListener('online', again, { once: true });
  return html(
    'div',
    { class: 'notice notice-failure', role: 'alert' },
    html('h2', {}, heading),
    html('p', {}, text),
    wayOn(failed, again),
  );
}

function wayOn(failed: Failed | Fault, again: () => void): HTMLElement {
  const status = failed.kind === 'failed' ? failed.status : undefined;
  if (status === 404) return html('p', {}, html('a', { href: '/' }, 'Open the first page'));
  const signIn = status === 401 ? caller()?.signIn : undefined;
  const button = html('button', { type: 'button', class: 'button' }, signIn ? 'Sign in again' : 'Try again');
  const isScript = failed.kind === 'fault' && failed.of === 'script';
  button.addEventListener('click', isScript ? () => location.reload() : (signIn ?? again));
  return button;
}

/** The same in one line, for one part of a page whose other parts are there. */
export function partFailure(what: string, { status }: Failed): HTMLElement {
  return html(
    'p',
    { class: 'notice' },
    `${what} cannot be shown at the moment (${status === null ? 'no answer' : `the service answered ${status}`}). Reload the page to try again.`,
  );
}

function words(failed: Failed | Fault): Words {
  return failed.kind === 'failed' ? failedWords(failed) : faultWords[failed.of];
}

const faultWords = {
  page: {
    heading: 'This page could not be made',
    text: 'Something went wrong on the page, not with the figures, which are safe. Try again. If it goes on, open another page, and tell whoever looks after Bellwether in your council.',
  },
  script: {
    heading: 'This page could not be fetched',
    text: 'There may be a newer version of these pages, or no connection. Try again to fetch it.',
  },
} as const satisfies Record<Fault['of'], Words>;

function failedWords({ status, detail }: Failed): Words {
  if (status === null && !navigator.onLine) {
    return {
      heading: 'You are offline',
      text: 'Figures are fetched when a page is opened, so there is nothing to show now. The page comes by itself once there is a connection again.',
    };
  }
  if (status === null) {
    return {
      heading: 'The figures cannot be reached',
      text: 'The service did not answer. Check your connection, then try again. Nothing has been lost.',
    };
  }
  if (status === 401 && caller() !== undefined) {
    return {
      heading: 'You are signed out',
      text: 'Your sign-in has ended, as it does after a while. Sign in again and you come back to this page.',
    };
  }
  if (status === 401 || status === 403) {
    return {
      heading: status === 401 ? 'You need to sign in to see these figures' : 'You may not see these figures',
      text:
        status === 401
          ? 'The service does not know who you are. Open this page through your council’s sign-in, then try again.'
          : 'Your sign-in does not cover this council. Ask whoever looks after Bellwether in your council for access.',
    };
  }
  if (status === 404) {
    return {
      heading: 'These figures are not open to you',
      text: detail ?? 'There is nothing at this address. Open the first page.',
    };
  }
  return {
    heading: 'The figures cannot be shown at the moment',
    text: `The service answered with an error (${status}). The figures themselves are safe. Try again in a minute; if it goes on, tell whoever looks after Bellwether in your council.`,
  };
}
