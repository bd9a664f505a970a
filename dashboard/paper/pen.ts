import { create, type Font } from "fontkit";
import type { Run } from "./blocks.ts";

type Face = "text" | "strong" | "signs";
export type Structure = PDFKit.PDFStructureElement;

export interface Look {
  readonly size: number;
  readonly colour: string;
  readonly x?: number;
  readonly width?: number;
  readonly align?: "left" | "right";
}

/** What a part of a tagged PDF says of itself. */
export interface Said {
  readonly title?: string;
  readonly alt?: string;
  readonly scope?: "Row" | "Column";
  /** Left, top, right and bottom, in points from the page's upper left. */
  readonly bbox?: readonly number[];
}

/** Writes on a tagged PDF in the report's faces. */
export interface Pen {
  readonly document: PDFKit.PDFDocument;
  font(face: Face): PDFKit.PDFDocument;
  /** A part of the document's structure inside another; what it holds is added to it, then it is ended. */
  part(parent: Structure, kind: string, said?: Said): Structure;
  /** Writes runs as a part's content, each sign in a face that has it; a link is a part of its own. */
  text(part: Structure, runs: readonly Run[], look: Look): void;
  /** Draws what is no part of the text: lines, page numbers, a head that is repeated. */
  artifact(type: "Layout" | "Pagination", draw: () => void): void;
  /** Writes plain words where the document is, outside any part. */
  words(text: string, face: Face, look: Look): void;
  /** How high a text will be. */
  heightOf(text: string, face: Face, size: number, width: number): number;
  /** Begins a page where less than this height is left; tells whether it did. */
  room(height: number): boolean;
}

/** A pen for a document; `signs` is the face for what the others lack. */
export function penFor(
  document: PDFKit.PDFDocument,
  fonts: { readonly text: Buffer; readonly strong: Buffer; readonly signs: Buffer },
): Pen {
  for (const face of ["text", "strong", "signs"] as const) document.registerFont(face, fonts[face]);
  const covered = new Set((create(fonts.text) as Font).characterSet);
  const font = (face: Face) => document.font(face);
  const pieces = ({ text, strong, href }: Run) =>
    (text.match(/./gsu) ?? []).reduce<{ text: string; face: Face; href?: string | undefined }[]>((made, sign) => {
      const plain: Face = strong ? "strong" : "text";
      const face = covered.has(sign.codePointAt(0) as number) ? plain : "signs";
      const last = made.at(-1);
      if (last?.face === face) last.text += sign;
      else made.push({ text: sign, face, href });
      return made;
    }, []);
  const put = (text: string, { size, colour, x, width, align = "left" }: Look, more: object = {}) => {
    document.fontSize(size).fillColor(colour);
    const options = { width, align, ...more } as PDFKit.Mixins.TextOptions;
    if (x !== undefined) document.text(text, x, document.y, options);
    else document.text(text, options);
  };
  /** Pieces in several faces cannot be set to the right one by one: where they begin is worked out from their width. */
  const fromTheLeft = (all: readonly { readonly text: string; readonly face: Face }[], look: Look): Look => {
    const { align: _, ...rest } = look;
    const long = all.reduce((sum, { text, face }) => sum + font(face).fontSize(look.size).widthOfString(text), 0);
    const { x, width } = look;
    if (x === undefined || width === undefined || long > width) return rest;
    return { ...rest, x: x + width - long, width: long + 1 };
  };
  const part = (parent: Structure, kind: string, said: Said = {}): Structure => {
    const made = document.struct(kind as "P", said as object);
    parent.add(made);
    return made;
  };
  return {
    document,
    font,
    part,
    text(into, runs, asked) {
      const all = runs.flatMap(pieces);
      const look = asked.align === "right" && all.length > 1 ? fromTheLeft(all, asked) : asked;
      all.forEach(({ text, face, href }, at) => {
        const draw = () => {
          font(face);
          const { x: _, ...rest } = look;
          const here = at === 0 ? look : rest;
          const continued = at < all.length - 1;
          if (href) put(text, { ...here, colour: "#115656" }, { link: href, underline: true, continued });
          else put(text, here, { continued });
        };
        if (!href) into.add(draw);
        else {
          const link = part(into, "Link", { alt: href });
          link.add(draw);
          link.end();
        }
      });
    },
    artifact(type, draw) {
      document.markContent("Artifact", { type });
      draw();
      document.endMarkedContent();
    },
    words(text, face, look) {
      font(face);
      put(text, look);
    },
    heightOf: (text, face, size, width) =>
      font(face)
        .fontSize(size)
        .heightOfString(text || " ", { width }),
    room(height) {
      const left = document.page.height - document.page.margins.bottom - document.y;
      if (left >= height) return false;
      document.addPage();
      return true;
    },
  };
}
