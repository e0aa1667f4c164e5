import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { PartImport } from './architecture-page.ts';

/** Every import from one part of the source to another: folders at the top, and those in `shared/`. */
export function partImports(root: string): readonly PartImport[] {
  const files = globSync('{shared,functions,lib,local,dashboard,bin}/**/*.ts', { cwd: root });
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const specifiers = text.matchAll(/^\s*(?:import|export)\s[^;]*?from\s+'(\.[^']+)'/gm);
    return [...specifiers].flatMap(([, specifier = '']) => {
      const from = partOf(root, file);
      const to = partOf(root, relative(root, resolve(root, dirname(file), specifier)));
      return from === undefined || to === undefined ? [] : [{ from, to }];
    });
  });
}

/** `shared/api` of a file in it; nothing of a file that lies in `shared/` itself, which belongs to all. */
function partOf(root: string, file: string): string | undefined {
  const [top = '', second = ''] = file.split(/[\\/]/);
  if (top !== 'shared') return top;
  return statSync(join(root, top, second)).isDirectory() ? `shared/${second}` : undefined;
}
