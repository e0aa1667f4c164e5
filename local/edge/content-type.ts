import { extname } from 'node:path';

/** The types that pages are made of; text is UTF-8. */
const types: ReadonlyMap<string, string> = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.ico', 'image/x-icon'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json'],
  ['.map', 'application/json'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json'],
  ['.webp', 'image/webp'],
  ['.woff2', 'font/woff2'],
]);

/** The content type of a file by its name; bytes of an unknown kind are offered for saving. */
export function contentTypeOf(name: string): string {
  return types.get(extname(name).toLowerCase()) ?? 'application/octet-stream';
}

/** True when compressing helps: text, and what is written as text. */
export function isCompressible(contentType: string): boolean {
  return /^(text\/|image\/svg|application\/(json|manifest))/.test(contentType);
}
