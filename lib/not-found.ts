import { readdirSync } from 'node:fs';

/** CloudFront takes no larger function. */
const LARGEST_BYTES = 10_240;

/**
 * Code of the CloudFront function that answers unknown addresses with a page of their own. A custom error page of the
 * distribution would do that too, but for the API's answers as well, which must stay as they are.
 *
 * `assets/` passes: during a deployment a page of before still fetches the files of before.
 */
export function notFoundFunction(files: readonly string[]): string {
  const known = ['/', ...files.filter((file) => !file.startsWith('assets/')).map((file) => `/${file}`)];
  const code = `var known = ${JSON.stringify(Object.fromEntries(known.map((path) => [path, 1])))};
var page = ${JSON.stringify(page)};
function handler(event) {
  var uri = event.request.uri;
  if (known[uri] || uri.indexOf('/assets/') === 0) return event.request;
  return {
    statusCode: 404,
    statusDescription: 'Not Found',
    headers: {
      'content-type': { value: 'text/html; charset=utf-8' },
      'cache-control': { value: 'no-cache' }
    },
    body: { encoding: 'text', data: page }
  };
}
`;
  if (Buffer.byteLength(code) > LARGEST_BYTES) {
    throw new Error(
      `Cannot list ${known.length} pages in a CloudFront function: it would be over ${LARGEST_BYTES} bytes. Put files that pages fetch under assets/.`,
    );
  }
  return code;
}

/** The files of a folder and of those in it, by their paths with slashes, in order. */
export function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.length).replace(/^[/\\]/, ''))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

// Without a style of its own: the policy of the pages forbids inline ones.
const page = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Page not found – Bellwether</title>
</head>
<body>
<main>
<h1>Page not found</h1>
<p>If you typed the address, check that it is right. If you followed a link, it may be out of date.</p>
<p><a href="/">Go to the dashboard</a></p>
</main>
</body>
</html>
`;
