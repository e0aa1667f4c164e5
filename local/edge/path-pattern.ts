/**
 * True when a path fits a behaviour's pattern: `*` stands for any characters, `?` for one; case counts, and the first
 * slash may be left out. Source: CloudFront developer guide, "Path pattern".
 */
export function fits(pattern: string, path: string): boolean {
  const whole = pattern.startsWith('/') || pattern.startsWith('*') ? pattern : `/${pattern}`;
  const expression = whole
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 's').test(path);
}
