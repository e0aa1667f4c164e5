import { html } from '../shared/report/html-text.ts';
import type { Settings } from './settings.ts';

/** How the dashboard lets people sign in; public, as it stands in its document. */
export type SignIn = {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  /** Where its pages must be able to ask. */
  readonly origins: readonly string[];
};

const EVERY_SCOPE = 'openid read read-small-numbers upload operate';

/** The sign-in of a deployment; undefined where its pages ask nobody. */
export function signInOf(
  settings: Pick<Settings, 'tokenIssuer' | 'signInClientId' | 'signInScope' | 'signInOrigins'>,
): SignIn | undefined {
  const { tokenIssuer: issuer, signInClientId: clientId } = settings;
  if (issuer === undefined || clientId === undefined) return undefined;
  return {
    ...{ issuer, clientId, scope: settings.signInScope ?? EVERY_SCOPE },
    origins: [...new Set([new URL(issuer).origin, ...(settings.signInOrigins ?? [])])],
  };
}

/** What the document tells its script. */
export function signInElement({ issuer, clientId, scope }: SignIn): string {
  return html`<meta name="sign-in" content="openid-connect" data-sign-in-issuer="${issuer}" data-sign-in-client="${clientId}" data-sign-in-scope="${scope}">`
    .html;
}
