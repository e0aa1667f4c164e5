import type { Derivation } from './metric.ts';

/** The metrics that a derivation follows from directly. */
export function inputsOf(derivation: Derivation): readonly string[] {
  switch (derivation.kind) {
    case 'quotient':
      return [derivation.numerator, derivation.denominator];
    case 'difference':
      return [derivation.minuend, derivation.subtrahend];
    case 'residual':
      return [derivation.stock, ...derivation.inflows, ...derivation.outflows];
    case 'rolling-12':
      return [derivation.of];
  }
}
