declare const brand: unique symbol;

/** A string or number that can only be made by its own parser, so that look-alikes cannot be mixed up. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };
