/**
 * Former ONS code of a council → present one, where only the code changed and the council went on or was enlarged.
 * Source: Department for Education, local authority codes; Office for National Statistics, code history.
 */
export const changedCodes: ReadonlyMap<string, string> = new Map([
  ['E10000027', 'E06000066'],
  ['E10000023', 'E06000065'],
  ['E08000016', 'E08000038'],
  ['E08000019', 'E08000039'],
]);
