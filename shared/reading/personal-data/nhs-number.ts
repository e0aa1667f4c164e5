/** As it is printed everywhere; ten figures in a row are more often something else. */
const GROUPED = /(?<!\d)\d{3}[ \u00a0-]\d{3}[ \u00a0-]\d{4}(?!\d)/g;
const NAMED = /\bnhs\b\D{0,20}(\d{10})(?!\d)/gi;

/** True when a text holds an NHS number whose check digit is right: written 943 476 5919, or after the word NHS. */
export function hasNhsNumber(text: string): boolean {
  const grouped = text.match(GROUPED) ?? [];
  const named = /nhs/i.test(text) ? [...text.matchAll(NAMED)].map(([, digits = '']) => digits) : [];
  return [...grouped, ...named].some((number) => isNhsNumber(number.replace(/\D/g, '')));
}

/** Modulus 11: nine digits weighted 10 to 2, the tenth checks them. Source: NHS Data Dictionary, NHS number. */
function isNhsNumber(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}
