/** Area folders of the drops bucket that are no council. */

/** Files for every area: national statistics. */
export const SHARED_AREA = '_shared';

/** Where drops of unserved areas and unknown feeds are recorded and reported. */
export const UNKNOWN_AREA = '_unknown';
