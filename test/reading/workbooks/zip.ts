import { crc32, deflateRawSync } from 'node:zlib';

/** One part of a zip file; what is given beside name and content is written in place of the truth. */
export type ZipPart = {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly statedSize?: number;
  /** Bit flags; 1 says that it is encrypted. */
  readonly flags?: number;
};

/** A zip file, also one that lies: no writer of sound files would make it. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, statedSize, flags = 0 } of parts) {
    const plain = typeof content === 'string' ? Buffer.from(content) : content;
    const packed = deflateRawSync(plain);
    const named = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(plain), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(statedSize ?? plain.length, 18);
    shared.writeUInt16LE(named.length, 22);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), shared, named, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), shared, rest, named);
    offset += 30 + named.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
