import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JWK } from 'jose';
import * as z from 'zod';
import { productTemplate } from '../../local/product-template.ts';
import { type Runtime, startRuntime } from '../../local/runtime.ts';
import { builtFunctions } from '../once/built-functions.ts';
import { type IdentityProvider, startIdentityProvider } from './identity-provider.ts';

/** `npm start -- --auth` for two councils, whose tokens may also be another provider's: one that signs wrong ones. */
export type GuardedSystem = {
  readonly runtime: Runtime;
  readonly provider: IdentityProvider;
  readonly issued: { readonly issuer: string; readonly audience: string; readonly tokenUrl: string };
  /** What the functions have logged, a line each. */
  readonly logged: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
};

export const servedAreas = ['E06000054', 'E06000055'];

export async function startGuardedSystem(): Promise<GuardedSystem> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bellwether-doors-'));
  const sourceOf = await builtFunctions();
  let local: { readonly issuer: string; readonly audience: string; readonly keysUrl: string } | undefined;
  const provider = await startIdentityProvider(async () => (local ? await keysAt(local.keysUrl) : []));
  const runtime = await startRuntime({
    ...{ port: 0, s3Port: 0, dataDir, areas: servedAreas, samples: false, today: undefined, auth: true },
    say: () => undefined,
    report: () => undefined,
    ...(sourceOf && { sourceOf }),
    template(given) {
      local = { issuer: given.tokenIssuer, audience: given.tokenAudience, keysUrl: given.tokenKeysUrl };
      return productTemplate({ ...given, tokenKeysUrl: provider.keysUrl }, join(dataDir, 'template'));
    },
  });
  if (!local) throw new Error('The runtime has not asked for its template');
  const { issuer, audience } = local;
  return {
    runtime,
    provider,
    issued: { issuer, audience, tokenUrl: `${runtime.url}/local/token` },
    async logged() {
      const folder = join(dataDir, 'logs');
      const texts = await Promise.all(
        (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')),
      );
      return texts.flatMap((text) => text.split('\n').filter((line) => line !== ''));
    },
    async stop() {
      await runtime.stop();
      await provider.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const keysSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

async function keysAt(url: string): Promise<readonly JWK[]> {
  return keysSchema.parse(await (await fetch(url)).json()).keys;
}
