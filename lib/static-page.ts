export type StaticPage = {
  readonly title: string;
  /** Path of the style sheet, `assets/page-1A2B3C4D.css`. */
  readonly style: string;
  /** HTML of what it says. */
  readonly main: string;
};

/** A page of the dashboard that needs no script: its head and masthead around what it says. */
export function staticPage({ title, style, main }: StaticPage): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Bellwether</title>
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
${main}
</main>
</body>
</html>
`;
}
