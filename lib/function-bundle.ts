import { basename, join } from 'node:path';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';
import { projectRoot } from './project.ts';

/**
 * Where the SDK looks for credentials when there are none in the environment. Lambda puts them there, so these are
 * never loaded: left out, a bundle is 130 KiB smaller.
 */
const otherCredentials = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/** How a function is bundled, whoever asks. The SDK is bundled too: reading that of the runtime costs 140 ms a start. */
export const bundling = {
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  minify: true,
  metafile: true,
  logLevel: 'silent',
  mainFields: ['module', 'main'],
  external: otherCredentials,
  entryNames: 'index',
  chunkNames: 'chunk-[hash]',
  outExtension: { '.js': '.mjs' },
  // Some packages inside are CommonJS and call require().
  banner: { js: "import{createRequire as _cr}from'node:module';const require=_cr(import.meta.url);" },
} as const satisfies BuildOptions;

export type FunctionBundle = {
  /** `index.mjs`, the chunks that it or its dynamic imports load, and their source maps. */
  readonly files: readonly { readonly name: string; readonly contents: Uint8Array }[];
  /** What a start reads: the entry and the chunks that it imports statically, by source file or package. */
  readonly start: readonly Share[];
  /** Bytes of all code, what is loaded only when it is needed included. */
  readonly bytes: number;
};

/** Bytes that a package, or a file of our own, takes of a bundle. */
export type Share = { readonly of: string; readonly bytes: number };

/**
 * Bundles the function in `functions/<folder>/handler.ts`; code behind `await import()` becomes files of its own, read
 * when it is asked for. The same sources give the same bytes, whoever builds and wherever. Throws when a source file
 * cannot be built.
 */
export function bundleFunction(folder: string): FunctionBundle {
  const { outputFiles, metafile } = buildSync({
    ...bundling,
    absWorkingDir: projectRoot,
    entryPoints: [`functions/${folder}/handler.ts`],
    // Nothing is written there: source maps name the sources as seen from it.
    outdir: join(projectRoot, 'bundles', folder),
    write: false,
    sourcemap: true,
    sourcesContent: false,
  });
  const used = read(metafile, ['import-statement', 'dynamic-import']);
  const names = new Set([...used].map((name) => basename(name)));
  return {
    files: outputFiles
      .map(({ path, contents }) => ({ name: basename(path), contents }))
      .filter(({ name }) => names.has(name.replace(/\.map$/, ''))),
    start: startShares(metafile),
    bytes: [...used].reduce((sum, name) => sum + (metafile.outputs[name]?.bytes ?? 0), 0),
  };
}

/** The files that are read when the entry is, by imports of these kinds: a chunk may be left that nothing names. */
function read({ outputs }: Metafile, kinds: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    for (const { path, kind, external } of outputs[name]?.imports ?? [])
      if (external !== true && kinds.includes(kind)) walk(path);
  };
  for (const name of Object.keys(outputs)) if (basename(name) === 'index.mjs') walk(name);
  return found;
}

/** What a process reads before the handler can be called. */
export function startShares(metafile: Metafile): readonly Share[] {
  const shares = new Map<string, number>();
  const add = (of: string, bytes: number) => shares.set(of, (shares.get(of) ?? 0) + bytes);
  for (const name of read(metafile, ['import-statement'])) {
    const { bytes = 0, inputs = {} } = metafile.outputs[name] ?? {};
    let rest = bytes;
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      add(sourceOf(path), bytesInOutput);
      rest -= bytesInOutput;
    }
    // Banner, imports and exports of the file.
    add('joining', rest);
  }
  return [...shares].map(([of, bytes]) => ({ of, bytes })).sort((a, b) => b.bytes - a.bytes);
}

/** The package of a path, or of our own sources the file. */
function sourceOf(path: string): string {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;
}

/** Bytes that a start reads. */
export function startBytes({ start }: Pick<FunctionBundle, 'start'>): number {
  return start.reduce((sum, { bytes }) => sum + bytes, 0);
}
