/** Pounds as people say them: `£123.4m`, `−£43.2m`, `£812,400`. */
export function poundsText(pounds: number): string {
  const size = Math.abs(pounds);
  const text =
    size >= 999_950
      ? `£${(size / 1e6).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}m`
      : `£${Math.round(size).toLocaleString('en-GB')}`;
  return pounds < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** A balance in words rather than by a sign: `a deficit of £43.2m`. */
export function balanceText(pounds: number): string {
  return pounds < 0 ? `a deficit of ${poundsText(-pounds)}` : `a surplus of ${poundsText(pounds)}`;
}
