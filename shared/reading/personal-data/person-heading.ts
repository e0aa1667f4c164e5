/** What a heading says that its column holds of a person; as the report names it. */
const RULES: readonly { readonly holds: string; readonly heading: RegExp }[] = [
  {
    holds: 'names of people',
    heading:
      /\b(fore ?names?|sur ?names?|(first|last|family|given|middle|full|legal|preferred|christian) names?|(pupil|child|childs|student|learner|young persons?|person|parent|carer|mother|father|guardian|teacher|officer|contact)s? (full |legal )?names?)\b|^names?$/,
  },
  {
    holds: 'dates of birth',
    heading: /\b(d ?o ?b|dates? of birth|birth ?dates?|birth ?days?|born on)\b/,
  },
  { holds: 'unique pupil numbers', heading: /\b(upns?|unique pupil (numbers?|no|id|identifier))\b/ },
  { holds: 'unique learner numbers', heading: /\b(uln|unique learner (numbers?|no))\b/ },
  { holds: 'NHS numbers', heading: /\bnhs ?(numbers?|no|id)\b/ },
  { holds: 'National Insurance numbers', heading: /\b(national insurance|ni (numbers?|no)|nino)\b/ },
  { holds: 'postcodes', heading: /\bpost ?codes?\b/ },
  {
    holds: 'addresses',
    heading: /\b(home |postal |street |e ?mail )?address(es)?( line)?( \d)?\b|^e ?mails?$/,
  },
  { holds: 'telephone numbers', heading: /\b(tele)?phone( (numbers?|no))?\b|\bmobile (numbers?|no|phone)\b/ },
];

/** A column that counts or averages people holds none of them: "Number of pupils without a UPN". */
const COUNTS =
  /^(the )?(number|no|count|total|percentage|per cent|proportion|share|average|mean|rate) (of|with|without)\b/;

/** Longer texts are sentences, not headings. */
const LONGEST = 60;

/** What personal data a column of that heading holds; undefined when it speaks of none. */
export function personHeading(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const words = text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (COUNTS.test(words)) return undefined;
  return RULES.find(({ heading }) => heading.test(words))?.holds;
}
