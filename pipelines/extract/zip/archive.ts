import { inflateRawSync } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import type { Input } from "../input.ts";
import { Refused } from "../refused.ts";

/** The parts of a zip container, each read as a stream. */
export interface Archive {
  readonly parts: ReadonlyMap<string, Entry>;
  read(part: string): AsyncIterable<Buffer>;
  close(): void;
}

const options = {
  lazyEntries: true,
  autoClose: false,
  validateEntrySizes: true,
  strictFileNames: true,
  decodeStrings: true,
};
const mostEntries = 5_000;
/** Files up to this size are held while they are read. */
const heldWhole = 32 << 20;
const smallPart = 1 << 20;

/** Opens a zip container and reads its list of parts; nothing is unpacked. Names that slip out of a folder are refused. */
export async function openArchive(input: Input): Promise<Archive> {
  const bytes = input.size <= heldWhole ? await input.bytes() : undefined;
  const file = await opened(input, bytes).catch((error: Error) => {
    throw broken(error);
  });
  const parts = new Map<string, Entry>();
  try {
    for await (const entry of entriesOf(file)) {
      if (parts.has(entry.fileName))
        throw new Refused(
          "zip.duplicate",
          `holds the part "${entry.fileName}" twice. Save the file again and file that copy.`,
        );
      parts.set(entry.fileName, entry);
      if (parts.size > mostEntries)
        throw new Refused(
          "zip.too-many",
          `holds more than ${mostEntries} parts. File the report itself, not an archive.`,
        );
    }
  } catch (error) {
    file.close();
    throw error instanceof Refused ? error : broken(error as Error);
  }
  return {
    parts,
    async *read(part) {
      const entry = entryOf(parts, part);
      try {
        if (bytes && entry.uncompressedSize <= smallPart && !entry.isEncrypted())
          yield inflated(await packedBytes(file, entry, bytes), entry);
        else yield* await streamOf(file, entry);
      } catch (error) {
        throw error instanceof Refused ? error : unpacked(part, error as Error);
      }
    },
    close: () => file.close(),
  };
}

function opened(input: Input, bytes: Buffer | undefined): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, file?: ZipFile) => (error ? reject(error) : resolve(file as ZipFile));
    if (bytes) yauzl.fromBuffer(bytes, options, done);
    else if (input.path !== null) yauzl.open(input.path, options, done);
    else input.bytes().then((whole) => yauzl.fromBuffer(whole, options, done), reject);
  });
}

function entryOf(parts: ReadonlyMap<string, Entry>, part: string): Entry {
  const entry = parts.get(part);
  if (entry) return entry;
  throw new Refused(
    "zip.part-missing",
    `lacks the part "${part}". Open it in the program that made it, save it again, and file that copy.`,
  );
}

function streamOf(file: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream as AsyncIterable<Buffer>)));
  });
}

function packedBytes(file: ZipFile, entry: Entry, bytes: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    file.readLocalFileHeader(entry, { minimal: true }, (error, header) => {
      if (error) reject(error);
      else resolve(bytes.subarray(header.fileDataStart, header.fileDataStart + entry.compressedSize));
    });
  });
}

/** A small part unpacked at once, and never to more than it says: a stream for each would cost more than the work. */
function inflated(packed: Buffer, { compressionMethod, uncompressedSize, fileName }: Entry): Buffer {
  if (compressionMethod !== 0 && compressionMethod !== 8) throw new Error("unsupported compression method");
  const plain =
    compressionMethod === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, uncompressedSize) });
  if (plain.length !== uncompressedSize) throw unpacked(fileName, new Error("not enough bytes"));
  return plain;
}

async function* entriesOf(file: ZipFile): AsyncGenerator<Entry> {
  const waiting: (Entry | Error | null)[] = [];
  let wake = () => {};
  const say = (what: Entry | Error | null) => {
    waiting.push(what);
    wake();
  };
  file.on("entry", say);
  file.on("end", () => say(null));
  file.on("error", say);
  for (;;) {
    file.readEntry();
    if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    const next = waiting.shift();
    if (next === null || next === undefined) return;
    if (next instanceof Error) throw next;
    yield next;
  }
}

function broken(error: Error): Refused {
  if (/invalid (relative path|characters in fileName)|absolute path/.test(error.message))
    return new Refused(
      "zip.name",
      `holds a part whose name leads out of its folder (${error.message.split(": ").at(-1)}). Such a file is made to harm; do not open it, and ask its sender.`,
    );
  if (/encrypt/i.test(error.message))
    return new Refused("zip.encrypted", "is protected by a password. Save it without one.");
  return new Refused(
    "file.broken",
    "is damaged and cannot be opened. Open it in the program that made it, save it again, and file that copy.",
  );
}

function unpacked(part: string, error: Error): Refused {
  if (/too many bytes|not enough bytes|larger than/i.test(error.message))
    return new Refused(
      "zip.size",
      `says a false size of its part "${part}". Such a file is made to harm; ask its sender.`,
    );
  if (/encrypt/i.test(error.message)) return broken(error);
  return new Refused(
    "file.broken",
    `is damaged: its part "${part}" cannot be unpacked. Open it in the program that made it, save it again, and file that copy.`,
  );
}
