import { crc32, deflateRawSync } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';

// 1 January 1980, the first day that a zip file can name: the same report is the same bytes, whenever it is made.
const DATE = 0x21;
const UTF8 = 0x800;
const DEFLATED = 8;

type Part = { readonly name: Buffer; readonly data: Buffer };
type Written = Part & { readonly packed: Buffer; readonly offset: number };

/** An Office package without what differs each time it is made: times, those of the workbooks of charts too, and ids of chance. */
export async function stablePackage(bytes: Uint8Array): Promise<Buffer> {
  return zipOf(withPlainIds(await partsOf(bytes)));
}

/** Relationships that the library named by chance, numbered in the order of the package. */
function withPlainIds(parts: readonly Part[]): readonly Part[] {
  const named = parts
    .filter(({ name }) => name.toString().endsWith('.rels'))
    .flatMap(({ data }) => data.toString('utf8').match(/"rId[a-z0-9_-]{21}"/g) ?? []);
  const plain = new Map([...new Set(named)].map((id, at) => [id, `"rIdN${at + 1}"`]));
  return parts.map(({ name, data }) => {
    if (plain.size === 0 || !/\.(xml|rels)$/.test(name.toString())) return { name, data };
    const text = data.toString('utf8').replace(/"rId[a-z0-9_-]{21}"/g, (id) => plain.get(id) ?? id);
    return { name, data: Buffer.from(text) };
  });
}

async function partsOf(bytes: Uint8Array): Promise<readonly Part[]> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const parts: Part[] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
    const data = Buffer.concat(chunks);
    const isPackage = entry.fileName.endsWith('.xlsx');
    parts.push({ name: Buffer.from(entry.fileName), data: isPackage ? await stablePackage(data) : data });
  }
  return parts;
}

/** Source: APPNOTE.TXT 4.3, without encryption, comments and sizes beyond four gigabytes. */
function zipOf(parts: readonly Part[]): Buffer {
  let offset = 0;
  const written = parts.map((part): Written => {
    const packed = deflateRawSync(part.data);
    const made = { ...part, packed, offset };
    offset += 30 + part.name.length + packed.length;
    return made;
  });
  const local = written.flatMap((each) => [header(0x04034b50, 30, each), each.name, each.packed]);
  const central = written.flatMap((each) => [header(0x02014b50, 46, each), each.name]);
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...central, end]);
}

/** The header before a part (30 bytes), or of it in the directory (46 bytes, which say by whom it is made and where it is). */
function header(signature: number, length: 30 | 46, { name, data, packed, offset }: Written): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature, 0);
  const at = length === 46 ? 2 : 0;
  if (length === 46) {
    bytes.writeUInt16LE(20, 4);
    bytes.writeUInt32LE(offset, 42);
  }
  bytes.writeUInt16LE(20, 4 + at);
  bytes.writeUInt16LE(UTF8, 6 + at);
  bytes.writeUInt16LE(DEFLATED, 8 + at);
  bytes.writeUInt16LE(DATE, 12 + at);
  bytes.writeUInt32LE(crc32(data), 14 + at);
  bytes.writeUInt32LE(packed.length, 18 + at);
  bytes.writeUInt32LE(data.length, 22 + at);
  bytes.writeUInt16LE(name.length, 26 + at);
  return bytes;
}
