import { entryMetadata } from './product-function.ts';
import type { Resource, Template } from './template.ts';

/** Bytes of the bundle that an asset holds, by the asset's hash; undefined when there is none. */
export type BundleSize = (assetHash: string) => number | undefined;

/** What a synthesised stack is made of, for people: resources by type, and each function with its bundle. */
export function summarise({ Resources }: Template, bundleSize: BundleSize): string {
  const resources = Object.values(Resources);
  const counts = new Map<string, number>();
  for (const { Type } of resources) counts.set(Type, (counts.get(Type) ?? 0) + 1);
  const types = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `${resources.length} resources`,
    ...types.map(([type, count]) => `${String(count).padStart(5)}  ${type}`),
    'Functions',
    ...resources.flatMap((resource) => functionLine(resource, bundleSize)),
  ].join('\n');
}

function functionLine({ Metadata, Properties }: Resource, bundleSize: BundleSize): string[] {
  const entry = Metadata[entryMetadata];
  if (typeof entry !== 'string') return [];
  const { Code } = Properties;
  const bytes = bundleSize(assetHashOf(Code));
  const size = bytes === undefined ? 'no bundle' : `${Math.ceil(bytes / 1024)} KiB`;
  return [`${size.padStart(10)}  ${entry}`];
}

/** Assets are uploaded as `<hash>.zip` and lie in `asset.<hash>/` until then. */
function assetHashOf(code: unknown): string {
  if (typeof code !== 'object' || code === null || !('S3Key' in code)) return '';
  return typeof code.S3Key === 'string' ? code.S3Key.replace(/\.zip$/, '') : '';
}
