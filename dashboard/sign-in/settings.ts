/** With whom readers sign in: the council's identity provider, and what it knows these pages by. */
export type SignInSettings = {
  readonly issuer: string;
  readonly clientId: string;
  /** What is asked for, separated by spaces. */
  readonly scope: string;
};

/** Stands in the document, as the deployment has it; undefined where pages are open to whoever can reach them. */
export function signInSettings(): SignInSettings | undefined {
  const { signInIssuer: issuer, signInClient: clientId, signInScope: scope } = said();
  return issuer && clientId && scope ? { issuer, clientId, scope } : undefined;
}

function said(): DOMStringMap {
  return document.querySelector<HTMLMetaElement>('meta[name="sign-in"]')?.dataset ?? {};
}
