/** The place of figures about the whole country; councils and regions go by their ONS codes. */
export const ENGLAND = 'ENGLAND';

/** Whether a place is one of England's regions: their ONS codes begin with E12. */
export function isRegion(place: string): boolean {
  return place.startsWith('E12');
}
