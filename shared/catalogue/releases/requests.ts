import type { Release } from './release.ts';

const all = 'All requests for EHC needs assessments';

/** Education, health and care plans: requests.csv. */
export const requests: Release = {
  id: 'ehcp-requests',
  title: 'EHC plans: requests for assessment',
  filters: { breakdown_topic: { [all]: {} }, breakdown: { [all]: {} } },
  figures: [{ column: 'requests_received_in_year', metric: 'sen2.requests', written: 'number' }],
};
