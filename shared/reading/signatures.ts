/** A kind of file that is known by its first bytes and cannot be read. */
type Signature = { readonly first: readonly number[]; readonly seems: string; readonly mend: string };

const SAVE_AS_CSV =
  'Open it in Excel, choose "Save as", type "CSV UTF-8 (comma delimited)", and drop that file.';
const NOT_A_TABLE = 'Drop the table that it shows as a CSV UTF-8 file.';

const SIGNATURES: readonly Signature[] = [
  {
    first: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    seems: 'an old Excel workbook (.xls) or one with a password',
    mend: 'Open it in Excel, take off the password if it has one (File, Info, Protect Workbook), save it as "Excel workbook (.xlsx)" or "CSV UTF-8 (comma delimited)", and drop that file.',
  },
  { first: [0x25, 0x50, 0x44, 0x46], seems: 'a PDF', mend: NOT_A_TABLE },
  { first: [0x1f, 0x8b], seems: 'a gzip file', mend: 'Unpack it, and drop the CSV file inside.' },
  { first: [0x89, 0x50, 0x4e, 0x47], seems: 'a PNG picture', mend: NOT_A_TABLE },
  { first: [0xff, 0xd8, 0xff], seems: 'a JPEG picture', mend: NOT_A_TABLE },
];

/** What a file that is not readable text seems to be and how to mend it; undefined when nothing speaks against text. */
export function unreadableKind(head: Uint8Array): { seems: string; mend: string } | undefined {
  const known = SIGNATURES.find(({ first }) => first.every((byte, index) => head[index] === byte));
  if (known !== undefined) return known;
  if (!head.includes(0)) return undefined;
  return { seems: 'a binary file (it has NUL bytes)', mend: SAVE_AS_CSV };
}
