import { describe, expect, test } from 'vitest';
import { runCampaign } from './campaign.ts';
import { faultyDesigns } from './faulty-designs.ts';
import { faultyDisclosures } from './faulty-disclosures.ts';

describe('the simulation has teeth: it finds each deliberate fault within 2,000 seeds', () => {
  test.each(Object.entries(faultyDesigns))(
    '%s',
    async (_name, { extent, design }) => {
      const found = await runCampaign({ extent, first: 1, count: 2000, design });
      expect(found?.failure.violation).toMatch(/^\d+(, \d+)*: /);
    },
    120_000,
  );

  test('there are ten, and two of what is withheld', () => {
    expect(Object.keys(faultyDesigns)).toHaveLength(10);
    expect(Object.keys(faultyDisclosures)).toHaveLength(2);
  });

  test.each(Object.entries(faultyDisclosures))(
    '%s is found as a small count that is told',
    async (_name, { extent, design }) => {
      const found = await runCampaign({ extent, first: 1, count: 2000, design });
      expect(found?.failure.violation).toMatch(/^12: /);
    },
    120_000,
  );

  test('what it finds is shrunk to a few steps', async () => {
    const { extent, design } = faultyDesigns['commit before cells'];
    const found = await runCampaign({ extent, first: 1, count: 2000, design });
    expect(found?.history.steps.length).toBeLessThanOrEqual(3);
  });
});
