import PDFDocument from "pdfkit";
import type { Block, Paper } from "./blocks.ts";
import { readFonts } from "./fonts.ts";
import { drawTable } from "./pdf-table.ts";
import { type Pen, penFor, type Structure } from "./pen.ts";
import { type Picture, pictureOf } from "./picture.ts";

const margin = 57;

/**
 * A report as a tagged PDF (PDF/UA): its language, title and outline, headings, lists and tables as such, in reading
 * order, each figure with its alternative text; page numbers are no part of the text. `madeAt` is its date, so that the
 * same release gives the same bytes.
 */
export async function pdfOf({ title, lang, cover, body }: Paper, madeAt: Date): Promise<Buffer> {
  const fonts = await readFonts();
  const pictures = new Map<string, Picture>();
  for (const block of [...cover, ...body])
    if (block.kind === "figure") pictures.set(block.svg, await pictureOf(block.svg));
  const document = new PDFDocument({
    size: "A4",
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    lang,
    tagged: true,
    displayTitle: true,
    pdfVersion: "1.7",
    subset: "PDF/UA" as never,
    bufferPages: true,
    info: { Title: title, Author: "Trama", CreationDate: madeAt, ModDate: madeAt },
    // No face of the library's own: the pen registers those that the document carries.
    font: "",
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
  const pen = penFor(document, fonts);
  const whole = document.struct("Document");
  document.addStructure(whole);
  document.y = document.page.height / 5;
  for (const block of cover) write(block, whole, pen, pictures);
  body.forEach((block, at) => {
    if (block.kind === "heading") pen.room(heightWith(body.slice(at, at + 4), pictures));
    write(block, whole, pen, pictures);
  });
  whole.end();
  numberPages(pen, title);
  document.end();
  return done;
}

const sizes = { 1: 30, 2: 16, 3: 12.5 } as const;
const looks = {
  plain: { size: 10, colour: "#1c2625" },
  lead: { size: 13, colour: "#1c2625" },
  quiet: { size: 9, colour: "#566361" },
  notice: { size: 10, colour: "#7a4a00" },
} as const;

function write(block: Block, parent: Structure, pen: Pen, pictures: ReadonlyMap<string, Picture>): void {
  if (block.kind === "heading") writeHeading(block, parent, pen);
  else if (block.kind === "paragraph") writeParagraph(block, parent, pen);
  else if (block.kind === "list") writeList(block, parent, pen);
  else if (block.kind === "figure") writeFigure(block.alt, pictures.get(block.svg) as Picture, parent, pen);
  else drawTable(block, parent, pen);
}

type Of<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

function writeHeading({ level, text }: Of<"heading">, parent: Structure, pen: Pen): void {
  const { document } = pen;
  const size = sizes[level];
  if (level > 1) document.moveDown(0.8).outline.addItem(text);
  const heading = pen.part(parent, `H${level}`);
  pen.text(heading, [{ text, strong: true }], { size, colour: level === 2 ? "#115656" : "#1c2625" });
  heading.end();
  document.moveDown(0.3);
}

function writeParagraph({ runs, tone }: Of<"paragraph">, parent: Structure, pen: Pen): void {
  pen.room(30);
  const paragraph = pen.part(parent, "P");
  pen.text(paragraph, runs, looks[tone]);
  paragraph.end();
  pen.document.moveDown(0.5);
}

/** What a heading needs below it: a few lines, or the figure that it is about. */
function heightWith(blocks: readonly Block[], pictures: ReadonlyMap<string, Picture>): number {
  const figure = blocks.find((block) => block.kind === "figure");
  if (figure?.kind !== "figure") return 90;
  const { width, height } = pictures.get(figure.svg) as Picture;
  return 110 + height * Math.min(1, (595 - 2 * margin) / width);
}

const indent = 12;

function writeList({ items, quiet }: Of<"list">, parent: Structure, pen: Pen): void {
  const { document } = pen;
  const look = quiet ? looks.quiet : looks.plain;
  const list = pen.part(parent, "L");
  for (const runs of items) {
    pen.room(24);
    const { y } = document;
    const item = pen.part(list, "LI");
    const label = pen.part(item, "Lbl");
    pen.text(label, [{ text: "•", strong: false }], { ...look, x: margin, width: indent });
    label.end();
    document.y = y;
    const words = pen.part(item, "LBody");
    pen.text(words, runs, { ...look, x: margin + indent, width: document.page.width - 2 * margin - indent });
    words.end();
    item.end();
    document.x = margin;
    document.moveDown(0.2);
  }
  list.end();
  document.moveDown(0.5);
}

function writeFigure(alt: string, { png, width, height }: Picture, parent: Structure, pen: Pen): void {
  const { document } = pen;
  const { page } = document;
  const scale = Math.min(1, (page.width - 2 * margin) / width, (page.height - 2 * margin - 40) / height);
  const [drawnWidth, drawnHeight] = [width * scale, height * scale];
  pen.room(drawnHeight + 6);
  const [x, y] = [margin, document.y];
  const figure = pen.part(parent, "Figure", { alt, bbox: [x, y, x + drawnWidth, y + drawnHeight] });
  figure.add(() => {
    document.image(png, x, y, { width: drawnWidth, height: drawnHeight });
  });
  figure.end();
  document.x = margin;
  document.y = y + drawnHeight + 8;
}

/** Each page's number below its text, marked as no part of it. */
function numberPages(pen: Pen, title: string): void {
  const { document } = pen;
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page);
    const { bottom } = document.page.margins;
    document.page.margins.bottom = 0;
    document.y = document.page.height - margin + 14;
    pen.artifact("Pagination", () =>
      pen.words(`${title} · ${page + 1} / ${count}`, "text", {
        size: 8,
        colour: "#566361",
        x: margin,
        width: document.page.width - 2 * margin,
        align: "right",
      }),
    );
    document.page.margins.bottom = bottom;
  }
}
