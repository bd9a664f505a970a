import { promisify } from "node:util";
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

/** Opens a zip container and reads its list of parts; nothing is unpacked. Names that slip out of a folder are refused. */
export async function openArchive(input: Input): Promise<Archive> {
  const file = await opened(input).catch((error: Error) => {
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
      const entry = parts.get(part);
      if (!entry)
        throw new Refused(
          "zip.part-missing",
          `lacks the part "${part}". Open it in the program that made it, save it again, and file that copy.`,
        );
      try {
        yield* (await promisify(
          file.openReadStream.bind(file) as (
            entry: Entry,
            done: (error: Error | null, stream: NodeJS.ReadableStream) => void,
          ) => void,
        )(entry)) as AsyncIterable<Buffer>;
      } catch (error) {
        throw error instanceof Refused ? error : unpacked(part, error as Error);
      }
    },
    close: () => file.close(),
  };
}

function opened(input: Input): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, file?: ZipFile) => (error ? reject(error) : resolve(file as ZipFile));
    if (input.path !== null) yauzl.open(input.path, options, done);
    else input.bytes().then((bytes) => yauzl.fromBuffer(bytes, options, done), reject);
  });
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
  if (/(too many bytes|not enough bytes)/.test(error.message))
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
