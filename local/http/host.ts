const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * True when a Host header names this machine. A page of the internet whose name was rebound to 127.0.0.1 still sends
 * its own name here.
 */
export function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && loopback.has(host.toLowerCase().replace(/:\d+$/, ''));
}

/** True when a browser sends the request for a page of another site. Clients that are no browsers send no Origin. */
export function isForeignOrigin(origin: string | undefined): boolean {
  if (origin === undefined) return false;
  return !URL.canParse(origin) || !loopback.has(new URL(origin).hostname);
}
