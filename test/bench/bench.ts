import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { bundlesBench } from './bundles.ts';
import { councilsBench } from './councils.ts';
import { type Bench, type Figure, isMet } from './figure.ts';
import { floodBench } from './flood.ts';
import { forecastBench } from './forecast.ts';
import { judgementBench } from './judgement.ts';
import { limitBench } from './limit.ts';
import { loadBench } from './load.ts';
import { pagesBench } from './pages.ts';
import { readingBench } from './reading.ts';
import { readsBench } from './reads.ts';
import { recomputeBench } from './recompute.ts';
import { reportBench } from './report.ts';
import { scaleBench } from './scale.ts';
import { scenarioBench } from './scenario.ts';
import { scorecardsBench } from './scorecards.ts';
import { servingBench } from './serving.ts';
import { startingBench } from './starting.ts';

const benches: readonly Bench[] = [
  recomputeBench,
  forecastBench,
  judgementBench,
  scenarioBench,
  reportBench,
  readingBench,
  limitBench,
  bundlesBench,
  startingBench,
  servingBench,
  loadBench,
  readsBench,
  scorecardsBench,
  floodBench,
  pagesBench,
  councilsBench,
  scaleBench,
];

const USAGE = `Usage: npm run bench [-- NAME…] [--write]

Measures how fast and how large the product is, each figure beside a peer or budget, in one run.

  NAME…     only these: ${benches.map(({ name }) => name).join(', ')}
  --write   also writes the table of all to docs/benchmarks.md, that and the chart of forecast to docs/forecasting.md,
            that of scale to docs/reference/scale.md, in which the last run of councils that was written stands too
  --help    this text
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name));
if (values.help || unknown.length > 0) {
  process.stdout.write(unknown.length > 0 ? `There is no bench ${unknown.join(', ')}.\n\n${USAGE}` : USAGE);
  process.exit(values.help ? 0 : 2);
}

const chosen = positionals.length === 0 ? benches : benches.filter(({ name }) => positionals.includes(name));
const figures: Figure[] = [];
for (const bench of chosen) {
  process.stderr.write(`${bench.name}…\n`);
  figures.push(...(await bench.measure()));
}
const text = table(figures);
process.stdout.write(text);
// A table of some would take the others' rows away.
if (values.write && positionals.length === 0) await writeFile('docs/benchmarks.md', text);
// The embedded services and their workers may keep the process alive a little; the figures are out.
process.exit(0);

function table(all: readonly Figure[]): string {
  const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const rows = all.map((figure) => {
    const { what, value, unit, against } = figure;
    const ratio = (value / against.value).toFixed(2);
    return `| ${what} | ${shown(value)} ${unit} | ${against.name} ${shown(against.value)} | ${ratio} | ${isMet(figure) ? 'yes' : 'no'} |`;
  });
  return [
    '# Benchmarks',
    '',
    `Written by \`npm run bench -- --write\` on ${machine}. A figure without its peer means little on another machine: compare the ratios.`,
    '',
    '| what | measured | beside | ratio | on the good side |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function shown(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: value < 100 ? 1 : 0 });
}
