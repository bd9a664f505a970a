import { Refused } from "../refused.ts";
import { readPart } from "../xlsx/workbook.ts";
import type { Archive } from "./archive.ts";

/** What a container of a report may hold at most, in bytes unpacked. */
export const zipLimits = {
  entries: 2_000,
  part: 400 << 20,
  total: 500 << 20,
  /** Parts that are held while others stream: shared strings, styles, relations. */
  held: 64 << 20,
  /** Unpacked to packed; small parts may exceed it. */
  ratio: 250,
  ratioFrom: 4 << 20,
} as const;

const heldParts = /(sharedStrings|styles|workbook|numbering|footnotes)\.xml$|\.rels$/i;
const macros = /(^|\/)(vbaProject|vbaData)[^/]*$|(^|\/)macrosheets\//i;

/** Refuses, before anything is parsed, a container that could exhaust, escape, run or fetch something. */
export async function guardArchive(archive: Archive): Promise<void> {
  const { parts } = archive;
  if (parts.size > zipLimits.entries)
    throw new Refused("zip.too-many", `holds ${parts.size} parts, more than any report needs. File the report itself.`);
  let total = 0;
  for (const [name, { uncompressedSize, compressedSize }] of parts) {
    total += uncompressedSize;
    const ratio = uncompressedSize / Math.max(1, compressedSize);
    if (uncompressedSize > (heldParts.test(name) ? zipLimits.held : zipLimits.part) || total > zipLimits.total)
      throw new Refused(
        "zip.bomb",
        `unpacks to more than may be read: its part "${name}" brings it to ${megabytes(total)} MB. Split the report, or file it as CSV.`,
      );
    if (uncompressedSize > zipLimits.ratioFrom && ratio > zipLimits.ratio)
      throw new Refused(
        "zip.bomb",
        `holds a part "${name}" that unpacks to ${Math.round(ratio)} times its size. Such a file is made to harm; ask its sender.`,
      );
    if (macros.test(name))
      throw new Refused(
        "zip.macro",
        `holds macros ("${name}"). Save it without macros, as .xlsx or .docx, and file that copy.`,
      );
    if (/(^|\/)externalLinks\/[^/]+\.xml$/i.test(name))
      throw new Refused(
        "zip.external-link",
        `draws figures from another workbook ("${name}"). Break the links (Data, Edit links), save it, and file that copy.`,
      );
  }
  for (const name of parts.keys()) {
    if (/\.(xml|rels|vml)$/i.test(name)) await guardXmlPart(archive, name);
    if (/\.rels$/i.test(name)) await guardRelations(archive, name);
  }
}

/** Links that a reader follows by itself; a hyperlink waits for a person, and what is fetched is fetched by no one here. */
const followed = /\/(externalLinkPath|attachedTemplate|oleObject|frame|subDocument)$/;

async function guardRelations(archive: Archive, name: string): Promise<void> {
  await readPart(archive, name, {
    open(_, { Type = "", TargetMode = "" }) {
      if (TargetMode === "External" && followed.test(Type))
        throw new Refused(
          "zip.external-link",
          `draws on another file ("${name}"). Break the link, save it, and file that copy.`,
        );
    },
  });
}

/** Only what stands before the root element can declare a document type, so only the head is unpacked. */
async function guardXmlPart(archive: Archive, name: string): Promise<void> {
  let head = "";
  for await (const chunk of archive.read(name)) {
    head += chunk.toString("latin1").replaceAll("\u0000", "");
    if (/<!(DOCTYPE|ENTITY)/i.test(head))
      throw new Refused(
        "xml.doctype",
        `declares a document type in its part "${name}", by which entities could be expanded or other files fetched. Save it again with a spreadsheet or word processor.`,
      );
    if (/<[A-Za-z_]/.test(head) || head.length > 65_536) return;
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / (1 << 20));
}
