/** A date of birth that says what it is. What is merely a date is none: children born from 1 September are a cohort. */
const BIRTH_DATE =
  /\b(d\.?\s?o\.?\s?b\b\.?|dates? of birth)[\s:=(,-]{0,4}(is\s|was\s)?(\d{1,2}[/. -]\d{1,2}[/. -]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}(st|nd|rd|th)?\s[a-z]{3,9}\.?,?\s\d{2,4})/i;

/** True when a text tells somebody's date of birth: `DOB 12/03/2014`. */
export function hasBirthDate(text: string): boolean {
  return BIRTH_DATE.test(text);
}
