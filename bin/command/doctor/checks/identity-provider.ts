import * as z from 'zod';
import { isUnreachable } from '../../unreachable.ts';
import type { Check, Fault } from '../check.ts';
import type { SystemPorts } from '../ports.ts';

const keySet = z.object({ keys: z.array(z.unknown()).min(1) });
const discovery = z.object({ issuer: z.string(), jwks_uri: z.string().optional() });

export const identityProvider: Check<SystemPorts> = {
  id: 'identity-provider',
  title: 'The identity provider gives its keys, and calls itself as it is settled',
  runbook: 'docs/runbooks/doctor.md#identity-provider',
  async run({ ask, place: { tokens } }) {
    if (tokens === undefined) {
      return [
        fault(
          'No identity provider is settled: every token is refused.',
          'Settle tokenIssuer, tokenAudience and tokenKeysUrl, and deploy.',
        ),
      ];
    }
    const keys = await answerOf(ask, tokens.keysUrl);
    if (!keySet.safeParse(keys).success) {
      return [
        fault(
          `The keys of the identity provider cannot be had from ${tokens.keysUrl}.`,
          'Look whether the provider is up, and whether tokenKeysUrl is still the address that it names (jwks_uri).',
        ),
      ];
    }
    // Not every provider has such a page; where there is one it must agree.
    const page = discovery.safeParse(
      await answerOf(ask, `${tokens.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`),
    );
    if (!page.success || page.data.issuer === tokens.issuer) return [];
    return [
      fault(
        `The identity provider calls itself ${page.data.issuer}; settled is ${tokens.issuer}.`,
        'Settle tokenIssuer exactly as the provider writes it, to the last slash, and deploy.',
      ),
    ];
  },
};

/** The JSON of an address; undefined when there is none to be had. */
async function answerOf(ask: SystemPorts['ask'], url: string): Promise<unknown> {
  try {
    const { status, body } = await ask(url);
    return status === 200 ? body : undefined;
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    return undefined;
  }
}

function fault(what: string, mend: string): Fault {
  return { what, who: 'Everyone: each request is refused as 401, whatever token it has.', mend };
}
