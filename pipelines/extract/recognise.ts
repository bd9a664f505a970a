import { isText } from "./encoding.ts";
import type { Input } from "./input.ts";

/** What a file is by its bytes; its name is not asked. */
export type Recognised =
  | "empty"
  | "zip"
  | "old-office"
  | "iati"
  | "iati-organisations"
  | "survey-form"
  | "submission"
  | "html"
  | "xml"
  | "json"
  | "text"
  | "unknown";

const zip = Buffer.from("PK\u0003\u0004", "latin1");
const emptyZip = Buffer.from("PK\u0005\u0006", "latin1");
const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

export async function recognise(input: Input): Promise<Recognised> {
  if (input.size === 0) return "empty";
  const head = await input.head(16_384);
  if (startsWith(head, compound)) return "old-office";
  if (startsWith(head, zip) || startsWith(head, emptyZip)) return "zip";
  if (!isText(head)) return "unknown";
  const text = textOf(head).trimStart();
  if (text.startsWith("<")) return ofXml(text);
  return /^[[{]/.test(text) && !/^\[[^\]",{[]*\](,|;|$)/m.test(text.slice(0, 200)) ? "json" : "text";
}

function startsWith(head: Buffer, mark: Buffer): boolean {
  return head.subarray(0, mark.length).equals(mark);
}

function textOf(head: Buffer): string {
  const wide =
    head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(wide).decode(head);
}

/** Kind of an XML document by its root; what stands before the root is passed over. */
function ofXml(text: string): Recognised {
  const bare = text.replace(/<!--[\s\S]*?(-->|$)/g, "").replace(/<\?[\s\S]*?\?>/g, "");
  if (/^\s*<!doctype\s+html/i.test(bare)) return "html";
  const [, name = "", attributes = ""] =
    /<([A-Za-z_][\w:.-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>?/.exec(
      bare.replace(/<!DOCTYPE[^>[]*(\[[\s\S]*?\])?\s*>/i, ""),
    ) ?? [];
  const local = name.slice(name.indexOf(":") + 1);
  if (local === "iati-activities") return "iati";
  if (local === "iati-organisations") return "iati-organisations";
  if (local === "html")
    return /http:\/\/www\.w3\.org\/2002\/xforms|<(\w+:)?model[\s>]/.test(bare) ? "survey-form" : "html";
  const ofSurvey =
    /opendatakit\.org\/submissions|instanceID/.test(bare) ||
    (/\sid\s*=/.test(attributes) && /<(\w+:)?meta[\s>]/.test(bare));
  return ofSurvey ? "submission" : "xml";
}
