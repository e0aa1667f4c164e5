import type { Failed } from '../api/ask.ts';
import { html } from '../dom/element.ts';

/** Why figures cannot be shown and what the reader can do; `again` asks once more. */
export function failure(failed: Failed, again: () => void): HTMLElement {
  const retry = html('button', { type: 'button', class: 'button' }, 'Try again');
  retry.addEventListener('click', again);
  const { heading, text } = words(failed);
  return html(
    'div',
    { class: 'notice notice-failure', role: 'alert' },
    html('h2', {}, heading),
    html('p', {}, text),
    retry,
  );
}

/** The same in one line, for one part of a page whose other parts are there. */
export function partFailure(what: string, { status }: Failed): HTMLElement {
  return html(
    'p',
    { class: 'notice' },
    `${what} cannot be shown at the moment (${status === null ? 'no answer' : `the service answered ${status}`}). Reload the page to try again.`,
  );
}

function words({ status, detail }: Failed): { readonly heading: string; readonly text: string } {
  if (status === null) {
    return {
      heading: 'The figures cannot be reached',
      text: 'The service did not answer. Check your connection, then try again. Nothing has been lost.',
    };
  }
  if (status === 401 || status === 403) {
    return {
      heading: 'You need to sign in to see these figures',
      text:
        status === 401
          ? 'The service does not know who you are. Open this page through your council’s sign-in, then try again.'
          : 'Your sign-in does not cover this council. Ask whoever looks after Bellwether in your council for access.',
    };
  }
  if (status === 404) {
    return {
      heading: 'There is no such council here',
      text: detail ?? 'Choose a council from the list, or open the first page again.',
    };
  }
  return {
    heading: 'The figures cannot be shown at the moment',
    text: `The service answered with an error (${status}). The figures themselves are safe. Try again in a minute; if it goes on, tell whoever looks after Bellwether in your council.`,
  };
}
