/** How the ids of an area's runs begin: with the number in the chain, so that they sort in its order. */
export function runIdStart(sequence: number): string {
  return String(sequence).padStart(8, '0');
}
