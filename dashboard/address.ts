/** The council that the address names (`?area=E06000054`), or undefined. */
export function areaInAddress(): string | undefined {
  return new URLSearchParams(location.search).get('area') ?? undefined;
}

/** Puts the council into the address, so that the page can be linked to and the back button works. */
export function rememberArea(code: string): void {
  if (areaInAddress() === code) return;
  history.pushState(null, '', `?${new URLSearchParams({ area: code })}`);
}
