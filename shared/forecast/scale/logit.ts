import type { Scale } from './scale.ts';

/** Log odds of a share strictly between 0 and 1: forecasts cannot leave that range. */
export const logit: Scale = {
  to: (share) => Math.log(share) - Math.log1p(-share),
  from: (odds) => 1 / (1 + Math.exp(-odds)),
};
