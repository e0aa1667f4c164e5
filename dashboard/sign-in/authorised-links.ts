type Headers = Readonly<Record<string, string>>;

/**
 * Lets links to the API be followed by readers who have signed in: a browser sends no token with a link, so what it
 * leads to is fetched with one and then shown, or kept as a file where it is one.
 */
export function openWithToken(headers: Headers): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || link.origin !== location.origin || !link.pathname.startsWith('/api/v1/')) return;
    event.preventDefault();
    void open(link.href, headers);
  });
}

async function open(address: string, headers: Headers): Promise<void> {
  const response = await fetch(address, { headers: { ...headers, accept: 'text/html, */*;q=0.5' } }).catch(
    () => undefined,
  );
  if (response === undefined) return location.assign(address);
  const there = URL.createObjectURL(await response.blob());
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  if (name === undefined) return location.assign(there);
  const file = document.createElement('a');
  file.href = there;
  file.download = name;
  file.click();
}
