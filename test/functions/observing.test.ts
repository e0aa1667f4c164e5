import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { logCodes } from '../../functions/log-codes.ts';
import { metricNames } from '../../shared/service-levels/metric-names.ts';

const page = readFileSync('docs/reference/observing.md', 'utf8');

test.each(Object.entries(logCodes))('the code %s is explained', (code, { level, says }) => {
  expect(page).toContain(`| \`${code}\` | ${level} | ${says} |`);
});

test.each(Object.entries(metricNames))('the metric %s is explained', (name, { by, says }) => {
  expect(page).toMatch(new RegExp(`^\\| \`${name}\` \\| ${by} \\| .+ \\| ${says} \\|$`, 'm'));
});
