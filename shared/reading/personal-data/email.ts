/** Longer than any real part before an @; keeps the search beside each @ short. */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;

/** True when a text holds an e-mail address. */
export function hasEmail(text: string): boolean {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const local = text.slice(Math.max(0, at - LONGEST_LOCAL), at);
    const domain = text.slice(at + 1, at + 1 + LONGEST_DOMAIN);
    if (/[\p{L}\p{N}_.+%'-]$/u.test(local) && /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u.test(domain))
      return true;
  }
  return false;
}
