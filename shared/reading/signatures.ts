/** A kind of file that is known by its first bytes and cannot be read. */
type Signature = { readonly first: readonly number[]; readonly seems: string; readonly mend: string };

const SAVE_AS_CSV =
  'Open it in Excel, choose "Save as", type "CSV UTF-8 (comma delimited)", and drop that file.';
const UTF_16 = 'Save it again with the encoding UTF-8 (in Excel: type "CSV UTF-8"), and drop that file.';
const NOT_A_TABLE = 'Drop the table that it shows as a CSV UTF-8 file.';

const SIGNATURES: readonly Signature[] = [
  { first: [0x50, 0x4b, 0x03, 0x04], seems: 'an Excel workbook or another zip file', mend: SAVE_AS_CSV },
  { first: [0x50, 0x4b, 0x05, 0x06], seems: 'an empty zip file', mend: SAVE_AS_CSV },
  {
    first: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    seems: 'an old or an encrypted Excel workbook',
    mend: `${SAVE_AS_CSV} Take a password off before.`,
  },
  { first: [0x25, 0x50, 0x44, 0x46], seems: 'a PDF', mend: NOT_A_TABLE },
  { first: [0x1f, 0x8b], seems: 'a gzip file', mend: 'Unpack it, and drop the CSV file inside.' },
  { first: [0x89, 0x50, 0x4e, 0x47], seems: 'a PNG picture', mend: NOT_A_TABLE },
  { first: [0xff, 0xd8, 0xff], seems: 'a JPEG picture', mend: NOT_A_TABLE },
  { first: [0xff, 0xfe], seems: 'text in UTF-16', mend: UTF_16 },
  { first: [0xfe, 0xff], seems: 'text in UTF-16', mend: UTF_16 },
];

/** What a file that is not readable text seems to be and how to mend it; undefined when nothing speaks against text. */
export function unreadableKind(head: Uint8Array): { seems: string; mend: string } | undefined {
  const known = SIGNATURES.find(({ first }) => first.every((byte, index) => head[index] === byte));
  if (known !== undefined) return known;
  if (!head.includes(0)) return undefined;
  return looksLikeUtf16(head)
    ? { seems: 'text in UTF-16', mend: UTF_16 }
    : { seems: 'a binary file (it has NUL bytes)', mend: SAVE_AS_CSV };
}

/** English text in UTF-16 without a mark has a zero in nearly every second byte, always on the same side. */
function looksLikeUtf16(head: Uint8Array): boolean {
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  return Math.max(even, odd) > head.length * 0.35 && Math.min(even, odd) < head.length * 0.02;
}
