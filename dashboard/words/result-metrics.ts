/** Results that can be chosen on the pages that set two things side by side. */
export const resultChoices: readonly { readonly value: string; readonly text: string }[] = [
  ['absence.persistent', 'Persistent absence'],
  ['absence.severe', 'Severe absence'],
  ['absence.total', 'Absence'],
  ['absence.unauthorised', 'Unauthorised absence'],
  ['eyfsp.gld', 'Good level of development'],
  ['phonics.y1', 'Phonics in Year 1'],
  ['ks2.rwm', 'Key Stage 2 reading, writing and maths'],
  ['ks2.reading', 'Key Stage 2 reading'],
  ['ks2.writing', 'Key Stage 2 writing'],
  ['ks2.maths', 'Key Stage 2 maths'],
  ['ks4.attainment8', 'Attainment 8'],
  ['ks4.english-maths-5plus', 'English and maths at grade 5 or above'],
].map(([value = '', text = '']) => ({ value, text }));

/** Those of which funnel limits can be told: shares that count each pupil once. */
export const shareChoices = resultChoices.filter(
  ({ value }) => !['absence.total', 'absence.unauthorised', 'ks4.attainment8'].includes(value),
);
