import { isAscii } from "node:buffer";
import { SaxesParser } from "saxes";
import { Refused } from "../refused.ts";
import { type PassedOver, passingOver } from "./pass-over.ts";

/** What a reader of XML wants to hear. Names keep their prefix; `localName` takes it off. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  close(name: string): void;
  text(text: string): void;
  /**
   * Elements that need not be parsed. Where such stand side by side in UTF-8, the first is heard of, empty, and no other; none
   * is where they are read from their bytes.
   */
  readonly idle?: PassedOver;
}

export const xmlLimits = { depth: 200, attributes: 500, silence: 32 << 20 } as const;

/**
 * Parses XML as it streams by and pauses after each piece, so that a reader can hand on what it gathered. A document
 * type, and so every entity of its own, is refused; so are absurd depth, attributes and lengths of text.
 */
export async function* parseXml(chunks: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  let attributes = 0;
  let heardAt = 0;
  /** Whether an element stands for others that were read from their bytes. */
  let standsIn = false;
  parser.on("error", (error) => {
    throw new Refused(
      "xml.broken",
      `is no well-formed XML (${error.message.replace(/^\S*?(\d+:\d+): /, "line $1: ")}). Write it again with the program that made it.`,
    );
  });
  parser.on("doctype", () => {
    throw new Refused(
      "xml.doctype",
      "declares a document type (DOCTYPE), by which entities could be expanded or other files fetched. Take the declaration out and file it again.",
    );
  });
  parser.on("attribute", () => {
    attributes += 1;
    if (attributes > xmlLimits.attributes)
      throw tooMuch(`an element with more than ${xmlLimits.attributes} attributes`);
  });
  parser.on("opentag", ({ name, attributes: found }) => {
    attributes = 0;
    depth += 1;
    heardAt = parser.position;
    if (depth > xmlLimits.depth) throw tooMuch(`elements nested more than ${xmlLimits.depth} deep`);
    if (!standsIn) handlers.open(name, found as Record<string, string>, parser.line);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    heardAt = parser.position;
    if (!standsIn) handlers.close(name);
  });
  parser.on("text", (text) => {
    heardAt = parser.position;
    handlers.text(text);
  });
  parser.on("cdata", (text) => handlers.text(text));

  let decoder: TextDecoder | undefined;
  let door: Door | undefined;
  for await (const chunk of chunks) {
    decoder ??= decoderOf(chunk);
    door ??= doorOf(parser, decoder, handlers.idle, (element) => {
      standsIn = handlers.idle?.reads !== undefined;
      parser.write(element);
      standsIn = false;
      handlers.idle?.reads?.taken();
    });
    door.write(chunk);
    if (parser.position - heardAt > xmlLimits.silence) throw tooMuch("a single text of more than 32 MB");
    yield;
  }
  door?.end();
  parser.write(decoder?.decode() ?? "");
  parser.close();
  yield;
}

/** Where the bytes of a document go in, piece by piece. */
interface Door {
  write(bytes: Buffer): void;
  end(): void;
}

function doorOf(
  parser: SaxesParser,
  decoder: TextDecoder,
  idle: PassedOver | undefined,
  standIn: (element: string) => void,
): Door {
  const parse = (bytes: Buffer) => {
    parser.write(decoder.decode(bytes, { stream: true }));
  };
  if (!idle || decoder.encoding !== "utf-8") return { write: parse, end() {} };
  // XML 1.1 has other line ends and forbids more characters.
  const here = () => (parser.xmlDecl.version ?? "1.0") === "1.0" && idle.here();
  return passingOver(
    { ...idle, here },
    {
      parse,
      passed(name, bytes) {
        const instead = `<${name}/>`;
        standIn(instead);
        const { lines, last } = lineEnds(bytes);
        parser.line += lines;
        parser.column = (lines > 0 ? 0 : parser.column - instead.length) + charactersOf(bytes, last);
      },
    },
  );
}

/** How many lines end in the bytes, and where the last one begins. */
function lineEnds(bytes: Buffer): { lines: number; last: number } {
  let [lines, last] = [0, 0];
  if (!bytes.includes(13)) {
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, last)) {
      lines += 1;
      last = at + 1;
    }
    return { lines, last };
  }
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte !== 10 && (byte !== 13 || bytes[at + 1] === 10)) continue;
    lines += 1;
    last = at + 1;
  }
  return { lines, last };
}

function charactersOf(bytes: Buffer, from: number): number {
  const rest = bytes.subarray(from);
  return isAscii(rest) ? rest.length : [...new TextDecoder().decode(rest)].length;
}

/** The name without its namespace prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function tooMuch(what: string): Refused {
  return new Refused("xml.too-much", `holds ${what}, which no report needs. File the report as it was made.`);
}

function decoderOf(head: Buffer): TextDecoder {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le");
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder("utf-16be");
  const declared = /^[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head.subarray(0, 256).toString("latin1"))?.[1];
  try {
    return new TextDecoder(declared ?? "utf-8");
  } catch {
    throw new Refused("xml.encoding", `is written in ${declared}, which is not read here. Save it as UTF-8.`);
  }
}
