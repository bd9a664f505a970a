import { Refused } from "../refused.ts";
import { localName, parseXml, type XmlHandlers } from "../xml/parse.ts";
import type { Archive } from "../zip/archive.ts";
import { dateStyles } from "./styles.ts";

/** A sheet of a workbook; a chart on a sheet of its own has no part to read. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string | null;
}

/** What the cells of a workbook refer to. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly strings: readonly string[];
  /** Which cell styles show a number as a date. */
  readonly dates: ReadonlySet<number>;
  /** Whether days are counted from 1904, as old Macintosh programs did. */
  readonly from1904: boolean;
}

/** Reads all of a workbook but its cells. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const part = (await mainPart(archive)) ?? "xl/workbook.xml";
  const relations = await relationsOf(archive, part);
  const found: { name: string; hidden: boolean; relation: string }[] = [];
  let from1904 = false;
  await readPart(archive, part, {
    open(name, attributes) {
      const local = localName(name);
      if (local === "workbookPr") from1904 ||= attributes.date1904 === "1" || attributes.date1904 === "true";
      if (local !== "sheet") return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      found.push({ name: attributes.name ?? "", hidden: /hidden/i.test(attributes.state ?? ""), relation });
    },
  });
  const sheets = found.map(({ name, hidden, relation }) => {
    const { type, target } = relations.get(relation) ?? { type: "/worksheet", target: "" };
    if (type.endsWith("/worksheet") && !archive.parts.has(target))
      throw new Refused(
        "xlsx.part-missing",
        `lacks the sheet "${name}" that it announces. Open it in a spreadsheet program, save it again, and file that copy.`,
      );
    return { name, hidden, part: type.endsWith("/worksheet") ? target : null };
  });
  const partOf = (kind: string) => [...relations.values()].find(({ type }) => type.endsWith(kind))?.target;
  const [strings, styles] = [partOf("/sharedStrings"), partOf("/styles")];
  return {
    sheets,
    strings: strings && archive.parts.has(strings) ? await sharedStrings(archive, strings) : [],
    dates: styles && archive.parts.has(styles) ? await dateStyles(archive, styles) : new Set(),
    from1904,
  };
}

/** The part that an Office file is about: its workbook, its document. */
export async function mainPart(archive: Archive): Promise<string | undefined> {
  const root = await relationsOf(archive, "");
  return [...root.values()].find(({ type }) => type.endsWith("/officeDocument"))?.target;
}

/** Reads a whole part; handlers that are not given hear nothing. */
export async function readPart(archive: Archive, part: string, handlers: Partial<XmlHandlers>): Promise<void> {
  const nothing = () => {};
  for await (const _ of parseXml(archive.read(part), { open: nothing, close: nothing, text: nothing, ...handlers }));
}

/** Relations of a part, by id; targets are names of parts. */
export async function relationsOf(
  archive: Archive,
  part: string,
): Promise<Map<string, { type: string; target: string }>> {
  const slash = part.lastIndexOf("/");
  const [folder, file] = [part.slice(0, slash + 1), part.slice(slash + 1)];
  const relations = new Map<string, { type: string; target: string }>();
  const name = `${folder}_rels/${file}.rels`;
  if (!archive.parts.has(name)) return relations;
  await readPart(archive, name, {
    open(tag, { Id = "", Type = "", Target = "", TargetMode }) {
      if (localName(tag) !== "Relationship" || TargetMode === "External") return;
      relations.set(Id, { type: Type, target: resolve(folder, Target) });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  return new URL(target, `part:///${folder}`).pathname.slice(1);
}

/** Text of shared strings: rich text joined, reading aids for East Asian scripts left out. */
async function sharedStrings(archive: Archive, part: string): Promise<string[]> {
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let aid = 0;
  await readPart(archive, part, {
    open(name) {
      const local = localName(name);
      if (local === "si") current = "";
      else if (local === "rPh") aid += 1;
      else if (local === "t") inText = aid === 0;
    },
    close(name) {
      const local = localName(name);
      if (local === "si") strings.push(unescaped(current));
      else if (local === "rPh") aid -= 1;
      else if (local === "t") inText = false;
    },
    text(text) {
      if (inText) current += text;
    },
  });
  return strings;
}

/** Office writes characters that XML cannot hold as _x000D_. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
