/**
 * Councils that are no more but still stand in the edition of 2021 as neighbours or with neighbours: three-digit
 * number → name. Source: Department for Education, local authority codes; Open Government Licence v3.0.
 */
export const formerCouncils: Readonly<Record<string, string>> = {
  835: 'Dorset (until March 2019)',
  836: 'Poole (until March 2019)',
  837: 'Bournemouth (until March 2019)',
  909: 'Cumbria (until March 2023)',
  928: 'Northamptonshire (until March 2021)',
};
