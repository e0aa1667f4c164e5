/** Words for people, as they stand before or after "name". What is not a person has names too: schools, areas, metrics. */
const PEOPLE = [
  'pupil|child|childs|children|student|learner|young persons?|person|individual|sibling|applicant|client|patient|customer|resident',
  'parent|carer|mother|father|guardian|family|next of kin',
  'owner|lead|manager|director|head ?teacher|head|teacher|tutor|senco|sendco|officer|coordinator|co ordinator|adviser|advisor|councillor|member|chair',
  'case ?worker|social worker|key ?worker|worker|practitioner|psychologist|therapist|doctor|gp|nurse|clinician|author|reviewer|approver|assignee|employee|staff|user|contact|requester|sender|recipient|respondent',
].join('|');

/** What a heading says that its column holds of a person; as the report names it. */
const RULES: readonly { readonly holds: string; readonly heading: RegExp }[] = [
  {
    holds: 'names of people',
    heading: new RegExp(
      [
        `\\b(fore ?names?|sur ?names?|(first|last|family|given|middle|full|legal|preferred|known|christian|maiden) names?)\\b`,
        `\\b(${PEOPLE})s? (full |legal |known )?names?\\b`,
        `\\bnames? of (the |a )?(${PEOPLE})s?\\b`,
        `^names?$`,
        `^(allocated |assigned |named )?(case ?worker|case officer|social worker|key ?worker|senco|sendco)$`,
      ].join('|'),
    ),
  },
  {
    holds: 'numbers of single people',
    heading:
      /\b(pupil|child|childs|student|learner|young persons?|person|client)s? (ids?|identifiers?|refs?|references?|reference (numbers?|no))\b/,
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

/** The column of open data for regions of schools commissioners holds the regions. */
const REGION = /^rsc region lead name$/;

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
  if (COUNTS.test(words) || REGION.test(words)) return undefined;
  return RULES.find(({ heading }) => heading.test(words))?.holds;
}
