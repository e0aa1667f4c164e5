import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { htmlOf } from './markdown.ts';
import { projectRoot } from './project.ts';

/** The runbook of alerts as a page of the dashboard, for whoever follows the link of an alert; `style` is its sheet. */
export async function runbookPage(style: string): Promise<string> {
  const markdown = await readFile(join(projectRoot, 'docs', 'runbooks', 'alerts.md'), 'utf8');
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What to do when an alert comes – Bellwether</title>
<meta name="color-scheme" content="light">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/${style}">
</head>
<body>
<a class="skip-link" href="#main">Skip to the text</a>
<header class="masthead">
<div class="page-width masthead-inner">
<p class="brand"><a href="/">Bellwether</a> <span class="brand-line">Early warning on special needs plans and money</span></p>
</div>
</header>
<main id="main" class="page-width runbook" tabindex="-1">
${htmlOf(markdown)}
</main>
</body>
</html>
`;
}
