import { expect, test } from 'vitest';
import { htmlOf } from '../../lib/markdown.ts';

test.each([
  ['## Late file', '<h2 id="late-file">Late file</h2>'],
  ['A *b* **c** `d<*e*>`', '<p>A <em>b</em> <strong>c</strong> <code>d&lt;*e*&gt;</code></p>'],
  ['[here](#a) and [there](../b.md#c)', '<p><a href="#a">here</a> and there</p>'],
  ['- one\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
  ['1. one\n2. two', '<ol>\n<li>one</li>\n<li>two</li>\n</ol>'],
  ['```json\n{ "a": 1 }\n\n[]\n```', '<pre tabindex="0"><code>{ &quot;a&quot;: 1 }\n\n[]</code></pre>'],
  ['a & <script>', '<p>a &amp; &lt;script&gt;</p>'],
])('%j', (markdown, html) => expect(htmlOf(markdown)).toBe(html));

test('a table has a head and rows', () => {
  expect(htmlOf('| a | b |\n|---|---|\n| 1 | `2` |')).toContain(
    '<thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>1</td><td><code>2</code></td></tr></tbody>',
  );
});
