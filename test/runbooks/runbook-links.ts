import { existsSync, readFileSync } from 'node:fs';
import { anchorOf } from '../../lib/markdown.ts';

/** What is wrong with the address of a runbook, `docs/runbooks/alerts.md#late-file`; undefined when it leads somewhere. */
export function runbookProblem(address: string): string | undefined {
  const [file = '', anchor] = address.split('#');
  if (!/^docs\/.+\.md$/.test(file) || !existsSync(file)) return `There is no file ${file}`;
  if (anchor === undefined) return undefined;
  const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text);
  return headings.some((text) => anchorOf(text) === anchor) ? undefined : `${file} has no section ${anchor}`;
}
