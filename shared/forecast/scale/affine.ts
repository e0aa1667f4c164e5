import type { Scale } from './scale.ts';

/** Values relative to a centre, in units of a size. The size is a power of two, so that dividing by it loses nothing. */
export function affine(centre: number, size: number): Scale {
  const unit = size > 0 && Number.isFinite(size) ? 2 ** Math.floor(Math.log2(size)) : 1;
  return { to: (value) => value / unit - centre / unit, from: (value) => (value + centre / unit) * unit };
}
