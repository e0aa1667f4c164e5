import { askAs } from '../api/caller.ts';
import { html } from '../dom/element.ts';
import { openWithToken } from './authorised-links.ts';
import { endOf, leaveFor, sessionOf } from './provider.ts';
import {
  forgetSession,
  keepSession,
  keptSession,
  markSignedOut,
  takeAttempt,
  takeSignedOut,
} from './session.ts';
import type { SignInSettings } from './settings.ts';

/**
 * Lets a reader in: true when there is a sign-in that holds. Otherwise the reader is on the way to the council's
 * identity provider, which asks for nothing where it still knows them, or is told what to do.
 */
export async function enter(settings: SignInSettings): Promise<boolean> {
  try {
    await takeAnswer(settings);
  } catch (thrown) {
    console.error(thrown);
    say(
      settings,
      'You could not be signed in',
      'The council’s sign-in sent no answer that can be used. Try again; if it goes on, tell whoever looks after Bellwether in your council.',
    );
    return false;
  }
  const session = keptSession();
  if (session === undefined) {
    if (takeSignedOut()) say(settings, 'You are signed out', 'Sign in to see the figures again.');
    else await leave(settings);
    return false;
  }
  const headers = { authorization: `Bearer ${session.token}` };
  askAs({ headers: () => headers, refused: forgetSession, signIn: () => void leave(settings) });
  openWithToken(headers);
  showSignOut(settings);
  return true;
}

/** The provider's answer stands in the address, which is put back to what the reader asked for. */
async function takeAnswer(settings: SignInSettings): Promise<void> {
  const here = new URL(location.href);
  if (!here.searchParams.has('state')) return;
  const attempt = takeAttempt();
  history.replaceState(null, '', attempt?.back ?? '/');
  // An answer to nothing, such as by the back button: the reader starts anew.
  if (attempt !== undefined) keepSession(await sessionOf(settings, attempt, here));
}

async function leave(settings: SignInSettings): Promise<void> {
  const back = `${location.pathname}${location.search}${location.hash}`;
  try {
    await leaveFor(settings, back);
  } catch (thrown) {
    console.error(thrown);
    say(
      settings,
      'The council’s sign-in cannot be reached',
      'Check your connection, then try again. If it goes on, tell whoever looks after Bellwether in your council.',
    );
  }
}

function say(settings: SignInSettings, heading: string, text: string): void {
  document.title = `${heading} – Bellwether`;
  const button = html('button', { type: 'button', class: 'button' }, 'Sign in');
  button.addEventListener('click', () => void leave(settings));
  document
    .getElementById('main')
    ?.replaceChildren(
      html('h1', {}, 'Bellwether'),
      html(
        'div',
        { class: 'notice notice-failure', role: 'alert' },
        html('h2', {}, heading),
        html('p', {}, text),
        button,
      ),
    );
}

function showSignOut(settings: SignInSettings): void {
  const button = html('button', { type: 'button', class: 'sign-out' }, 'Sign out');
  button.addEventListener('click', () => void signOut(settings));
  document.getElementById('account')?.replaceChildren(button);
}

async function signOut(settings: SignInSettings): Promise<void> {
  forgetSession();
  markSignedOut();
  const end = await endOf(settings).catch(() => undefined);
  location.assign(end ?? '/');
}
