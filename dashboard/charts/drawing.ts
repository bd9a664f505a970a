import type * as parts from "./plot-parts.ts";

/** Plot, handed to the charts so that only who draws loads it. */
export type Plot = typeof parts;

/** Where a chart is drawn: with which Plot, in which document. */
export interface DrawingPlace {
  readonly plot: Plot;
  readonly document: Document;
}

/** A place of the chart that can be read out, in pixels of the drawing. */
export interface ReadingPoint {
  readonly x: number;
  readonly y: number;
  /** Its place in the grid of arrow keys. */
  readonly row: number;
  readonly column: number;
  /** What is read out and shown there; large charts make it when it is asked for. */
  readonly text: string;
  /** Where Enter or a click leads; null where there is nowhere to go. */
  readonly href: string | null;
}

/** A finished chart and the points that keys and pointer can visit. */
export interface Drawing {
  readonly svg: SVGSVGElement;
  readonly points: readonly ReadingPoint[];
}

/** A chart with its data bound: it only needs to know where, and how wide. */
export type Draw = (place: DrawingPlace, width: number) => Drawing;

/** Finishes a picture of Plot's: one sentence as its name, no inner labels, no inline style (the page forbids it). */
export function finish(figure: Element, sentence: string, name: string, pattern: Element | null): SVGSVGElement {
  const svg = figure as SVGSVGElement;
  if (pattern) svg.append(pattern);
  for (const style of [...svg.querySelectorAll("style")]) style.remove();
  for (const labelled of [...svg.querySelectorAll("[aria-label]")]) labelled.removeAttribute("aria-label");
  for (const [attribute, value] of Object.entries({
    role: "img",
    "aria-label": sentence,
    class: `chart-svg ${name}`,
    "font-family": "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
    fill: "var(--ink)",
  }))
    svg.setAttribute(attribute, value);
  return svg;
}

/** A hatch for what is withheld, defined inside each picture (whose sentence names it) so that a download carries it. */
export function hatch(document: Document, sentence: string): { fill: string; pattern: Element } {
  const id = `withheld-${[...sentence].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 1e9, 7)}`;
  const make = (tag: string, attributes: Record<string, string | number>, ...inside: Element[]) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    element.append(...inside);
    return element;
  };
  const size = { width: 6, height: 6 };
  const ground = make("rect", { ...size, fill: "var(--paper)" });
  const line = make("line", { x1: 0, y1: 0, x2: 0, y2: 6, stroke: "var(--hatch)", "stroke-width": 2.4 });
  const units = { id, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)", ...size };
  return { fill: `url(#${id})`, pattern: make("defs", {}, make("pattern", units, ground, line)) };
}
