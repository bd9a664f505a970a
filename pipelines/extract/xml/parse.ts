import { SaxesParser } from "saxes";
import { Refused } from "../refused.ts";

/** What a reader of XML wants to hear. Names keep their prefix; `localName` takes it off. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  close(name: string): void;
  text(text: string): void;
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
    handlers.open(name, found as Record<string, string>, parser.line);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    heardAt = parser.position;
    handlers.close(name);
  });
  parser.on("text", (text) => {
    heardAt = parser.position;
    handlers.text(text);
  });
  parser.on("cdata", (text) => handlers.text(text));

  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= decoderOf(chunk);
    parser.write(decoder.decode(chunk, { stream: true }));
    if (parser.position - heardAt > xmlLimits.silence) throw tooMuch("a single text of more than 32 MB");
    yield;
  }
  parser.write(decoder?.decode() ?? "");
  parser.close();
  yield;
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
