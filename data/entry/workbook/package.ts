import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

const endOfDirectory = 0x06054b50;
const endLength = 22;
const localLength = 30;
const centralLength = 46;
/** 1 January 1980, the first day a zip archive can name: the same input gives the same bytes on any day. */
const fixedDay = 0x0021;

interface Part {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly packed: Buffer;
  readonly size: number;
}

/**
 * Rewrites text parts of a workbook just written (no zip64, no data descriptors). `change` gets each part's path and
 * reads its text only when it wants to; undefined keeps the part.
 */
export function changeParts(
  bytes: Uint8Array,
  change: (path: string, text: () => string) => string | undefined,
): Uint8Array {
  return writeParts(
    readParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).map((part) => {
      const changed = change(part.name.toString("utf8"), () => unpack(part).toString("utf8"));
      return changed === undefined ? part : pack(part.name, Buffer.from(changed, "utf8"));
    }),
  );
}

function readParts(zip: Buffer): Part[] {
  const end = zip.length - endLength;
  if (zip.readUInt32LE(end) !== endOfDirectory) throw new Error("The workbook is not a plain zip archive.");
  const parts: Part[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const start = zip.readUInt32LE(at + 42);
    const data = start + localLength + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    parts.push({
      name: zip.subarray(at + centralLength, at + centralLength + nameLength),
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packed: zip.subarray(data, data + zip.readUInt32LE(at + 20)),
      size: zip.readUInt32LE(at + 24),
    });
    at += centralLength + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

function unpack({ method, packed }: Part): Buffer {
  return method === 8 ? inflateRawSync(packed) : packed;
}

function pack(name: Buffer, content: Buffer): Part {
  return { name, method: 8, crc: crc32(content), packed: deflateRawSync(content), size: content.length };
}

function writeParts(parts: readonly Part[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const header = Buffer.alloc(localLength);
    header.writeUInt32LE(0x04034b50, 0);
    describe(part, header, 4);
    local.push(header, part.name, part.packed);
    const entry = Buffer.alloc(centralLength);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    describe(part, entry, 6);
    entry.writeUInt32LE(offset, 42);
    central.push(entry, part.name);
    offset += localLength + part.name.length + part.packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(endLength);
  end.writeUInt32LE(endOfDirectory, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, directory, end]));
}

/** The fields that the local header and the directory share, in the same order. */
function describe(part: Part, into: Buffer, at: number): void {
  into.writeUInt16LE(20, at);
  into.writeUInt16LE(part.method, at + 4);
  into.writeUInt16LE(fixedDay, at + 8);
  into.writeUInt32LE(part.crc, at + 10);
  into.writeUInt32LE(part.packed.length, at + 14);
  into.writeUInt32LE(part.size, at + 18);
  into.writeUInt16LE(part.name.length, at + 22);
}
