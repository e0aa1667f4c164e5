/** A bar of the chart: a method and its mean absolute scaled error. */
export type Bar = { readonly name: string; readonly mase: number; readonly ours: boolean };

const ROW = 26;
const LEFT = 250;
const WIDTH = 760;
const TOP = 44;

/** The methods from the most accurate down as an SVG picture with its figures, readable in light and dark. */
export function accuracyChart(bars: readonly Bar[]): string {
  const sorted = bars.toSorted((a, b) => a.mase - b.mase);
  const most = Math.max(...sorted.map(({ mase }) => mase));
  const height = TOP + ROW * sorted.length + 12;
  const rows = sorted.map(({ name, mase, ours }, row) => {
    const y = TOP + ROW * row;
    const length = ((WIDTH - LEFT - 70) * mase) / most;
    return [
      `<text x="${LEFT - 10}" y="${y + 15}" text-anchor="end"${ours ? ' font-weight="bold"' : ''}>${escaped(name)}</text>`,
      `<rect x="${LEFT}" y="${y}" width="${length.toFixed(1)}" height="${ROW - 6}" fill="${ours ? '#1d70b8' : '#8f9ba3'}"/>`,
      `<text x="${(LEFT + length + 8).toFixed(1)}" y="${y + 15}">${mase.toFixed(3)}</text>`,
    ].join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="sans-serif" font-size="14">`,
    '<title>Mean absolute scaled error on the 1,428 monthly series of the M3 competition; shorter is better</title>',
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    '<text x="10" y="24" font-weight="bold">MASE on M3’s 1,428 monthly series, 18 months ahead: shorter is better</text>',
    ...rows,
    '</svg>',
    '',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
