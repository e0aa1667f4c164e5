/** What a file that is only tried has in the place of an id and of a version. */
export const DRY_RUN = 'dry-run';
