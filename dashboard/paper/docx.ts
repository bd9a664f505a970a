import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Block, Paper, Run, TableBlock } from "./blocks.ts";
import { columnShares } from "./column-shares.ts";
import { pictureOf } from "./picture.ts";

/** Width of the text, in twentieths of a point, in pixels and in letters of a table: A4 with margins of 2 cm. */
const textWidth = { twips: 9638, pixels: 642, letters: 92 };
const levels = { 1: HeadingLevel.TITLE, 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const;
const languages: Readonly<Record<string, string>> = { en: "en-GB", es: "es-ES", fr: "fr-FR" };

/** A report as a Word document to go on writing in: real headings, lists, tables and pictures with alternative text. */
export async function docxOf({ title, lang, cover, body }: Paper): Promise<Buffer> {
  const parts = async (blocks: readonly Block[]) => {
    const made: (Paragraph | Table)[] = [];
    // One after another: pictures are numbered as they are made.
    for (const [at, block] of blocks.entries()) made.push(...(await partsOf(block, blocks[at + 1])));
    return made;
  };
  const coverParts = await parts(cover);
  const bodyParts = await parts(body);
  const document = new Document({
    title,
    creator: "Trama",
    description: title,
    styles: {
      default: {
        document: { run: { font: "Calibri", size: 21, language: { value: languages[lang] ?? lang } } },
        title: { run: { size: 52, bold: true, color: "1c2625" }, paragraph: { spacing: { before: 1200, after: 240 } } },
        heading1: {
          run: { size: 30, bold: true, color: "115656" },
          paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
        },
        heading2: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 240, after: 80 }, keepNext: true } },
      },
    },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [new TextRun({ children: [`${title} · `, PageNumber.CURRENT], size: 17, color: "566361" })],
              }),
            ],
          }),
        },
        children: [...coverParts, ...bodyParts],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** A block as Word has it; words that lead to a figure stay on its page. */
async function partsOf(block: Block, next: Block | undefined): Promise<(Paragraph | Table)[]> {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ heading: levels[block.level], children: [new TextRun(block.text)] })];
    case "paragraph":
      return [paragraph(block.runs, block.tone, next?.kind === "figure")];
    case "list":
      return block.items.map(
        (runs) =>
          new Paragraph({
            bullet: { level: 0 },
            spacing: { after: 60 },
            children: textRuns(runs, block.quiet ? "quiet" : "plain"),
          }),
      );
    case "figure": {
      const { png, width, height } = await pictureOf(block.svg);
      const scale = Math.min(1, textWidth.pixels / width);
      return [
        new Paragraph({
          children: [
            new ImageRun({
              type: "png",
              data: png,
              transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
              altText: { name: block.alt.slice(0, 60), title: "", description: block.alt },
            }),
          ],
        }),
      ];
    }
    case "table":
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 160, after: 80 },
          children: [new TextRun({ text: block.caption, italics: true })],
        }),
        table(block),
        new Paragraph({ spacing: { after: 0, line: 120, lineRule: LineRuleType.EXACT } }),
      ];
  }
}

type Tone = Extract<Block, { kind: "paragraph" }>["tone"];

function paragraph(runs: readonly Run[], tone: Tone, keepNext: boolean): Paragraph {
  return new Paragraph({
    keepNext,
    spacing: { after: 120 },
    ...(tone === "notice" ? { shading: { type: ShadingType.CLEAR, fill: "fbf1dc" } } : {}),
    children: textRuns(runs, tone),
  });
}

const looks: Readonly<Record<Tone, { readonly size: number; readonly color: string }>> = {
  plain: { size: 21, color: "1c2625" },
  lead: { size: 26, color: "1c2625" },
  quiet: { size: 19, color: "566361" },
  notice: { size: 21, color: "7a4a00" },
};

function textRuns(runs: readonly Run[], tone: Tone): ParagraphChild[] {
  return runs.map(({ text, strong, href }) => {
    const run = new TextRun({ text, bold: strong, ...looks[tone], ...(href ? { style: "Hyperlink" } : {}) });
    return href ? new ExternalHyperlink({ link: href, children: [run] }) : run;
  });
}

function table({ head, rows }: TableBlock): Table {
  const widths = columnShares([head, ...rows], textWidth.letters).map((share) => Math.floor(share * textWidth.twips));
  const cell = ({ text, header, number }: (typeof head)[number], at: number) =>
    new TableCell({
      width: { size: widths[at] as number, type: WidthType.DXA },
      ...(header === "column" ? { shading: { type: ShadingType.CLEAR, fill: "e2efec" } } : {}),
      children: [
        new Paragraph({
          alignment: number ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text, bold: header !== null, size: 16 })],
        }),
      ],
    });
  const line = { style: BorderStyle.SINGLE, size: 4, color: "dfdcd2" };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth.twips, type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 50, right: 50 },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map(cell) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map(cell) })),
    ],
  });
}
