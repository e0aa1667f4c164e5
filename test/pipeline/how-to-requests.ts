/** A request that a how-to page shows: an address, or a call of Power Query's `Web.Contents`. */
export type ShownRequest = {
  readonly path: string;
  readonly accept: string | undefined;
  /** Whether it sends the token. */
  readonly authorised: boolean;
  /** What is posted, a form. */
  readonly form: string | undefined;
  /** The columns that the steps after it name. */
  readonly columns: readonly string[];
};

const ORIGIN = 'http://127.0.0.1:8080';

/** Every request of a page, in its order: of blocks without a language the addresses, of `powerquery` the calls. */
export function shownRequests(page: string): readonly ShownRequest[] {
  const blocks = [...page.matchAll(/^ *```(\w*)\n(.*?)^ *```$/gms)];
  return blocks.flatMap(([, language, text = '']) =>
    language === 'powerquery' ? [calledIn(text)] : addressesIn(text),
  );
}

function addressesIn(text: string): ShownRequest[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line.startsWith(ORIGIN))
    .map((line) => ({
      ...{ path: line.slice(ORIGIN.length), accept: undefined, authorised: false, form: undefined },
      columns: [],
    }));
}

function calledIn(text: string): ShownRequest {
  const options = /Web\.Contents\("http:\/\/127\.0\.0\.1:8080", \[(.*?)\n {4}\]\)/s.exec(text)?.[1];
  if (options === undefined) throw new Error(`This block calls no Web.Contents of ${ORIGIN}:\n${text}`);
  const path = /RelativePath = "([^"]+)"/.exec(options)?.[1] ?? '';
  const query = [...(/Query = \[([^\]]*)\]/.exec(options)?.[1] ?? '').matchAll(/(\w+) = "([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value],
  );
  const after = text.slice(text.indexOf(options) + options.length);
  const typed = [...after.matchAll(/\{"([^"]+)", type \w+\}/g)].map(([, name = '']) => name);
  const selected = /SelectColumns\(\w+, \{([^}]*)\}/.exec(after)?.[1] ?? '';
  return {
    path: `/${path}${query.length === 0 ? '' : `?${new URLSearchParams(query)}`}`,
    accept: /Accept = "([^"]+)"/.exec(options)?.[1],
    authorised: options.includes('Authorization = "Bearer " & Token'),
    form: /Text\.ToBinary\("([^"]+)"\)/.exec(options)?.[1],
    columns: [...typed, ...[...selected.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name)],
  };
}
