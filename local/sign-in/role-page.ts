import { type Html, html } from '../../shared/report/html-text.ts';
import type { Role } from './roles.ts';

/** The page on which somebody at this machine says who they are. */
export function rolePage(roles: readonly Role[], asked: URLSearchParams): string {
  const page: Html = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in to this machine – Bellwether</title>
<link rel="icon" href="data:,">
</head>
<body>
<main>
<h1>Sign in to this machine</h1>
<p>This stands in for the sign-in of a council. Choose who you are; there is no password.</p>
<ul>
${roles.map(({ id, title }) => html`<li><a href="${addressFor(id, asked)}">${title}</a></li>`)}
</ul>
</main>
</body>
</html>
`;
  return page.html;
}

function addressFor(role: string, asked: URLSearchParams): string {
  const chosen = new URLSearchParams(asked);
  chosen.set('role', role);
  return `?${chosen}`;
}
