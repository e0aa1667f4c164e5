import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { htmlOf } from './markdown.ts';
import { projectRoot } from './project.ts';
import { staticPage } from './static-page.ts';

/** The runbook of alerts as a page of the dashboard, for whoever follows the link of an alert; `style` is its sheet. */
export async function runbookPage(style: string): Promise<string> {
  const markdown = await readFile(join(projectRoot, 'docs', 'runbooks', 'alerts.md'), 'utf8');
  return staticPage({ title: 'What to do when an alert comes', style, main: htmlOf(markdown) });
}
