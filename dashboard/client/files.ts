/** Hands a file to the reader. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** What is written over and under a picture, so that it can travel alone. */
export interface PictureWords {
  readonly title: string;
  readonly source: string;
}

const edge = 24;
const line = 18;

/** A chart as a file of its own: colours resolved, title above, source below. */
export function standalonePicture(svg: SVGSVGElement, { title, source }: PictureWords): string {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [width, height] = [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
  const space = "http://www.w3.org/2000/svg";
  const outer = document.createElementNS(space, "svg");
  const make = (tag: string, attributes: Record<string, string | number>, text = "") => {
    const element = document.createElementNS(space, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    element.textContent = text;
    return element;
  };
  const wrap = (text: string, letters: number) => text.match(new RegExp(`.{1,${letters}}(\\s|$)`, "g")) ?? [text];
  const titleLines = wrap(title, Math.floor(width / 9.5));
  const sourceLines = wrap(source, Math.floor(width / 6));
  const top = edge + titleLines.length * 24;
  const full = { width: width + 2 * edge, height: top + height + sourceLines.length * line + 2 * edge };
  for (const [name, value] of Object.entries({ ...full, viewBox: `0 0 ${full.width} ${full.height}`, role: "img" }))
    outer.setAttribute(name, String(value));
  outer.setAttribute("xmlns", space);
  outer.setAttribute("font-family", copy.getAttribute("font-family") ?? "sans-serif");
  outer.append(make("title", {}, title), make("rect", { ...full, fill: "var(--paper)" }));
  titleLines.forEach((text, at) => {
    outer.append(
      make("text", { x: edge, y: edge + 12 + at * 24, fill: "var(--ink)", "font-size": 18, "font-weight": 650 }, text),
    );
  });
  copy.setAttribute("x", String(edge));
  copy.setAttribute("y", String(top));
  outer.append(copy);
  sourceLines.forEach((text, at) => {
    outer.append(
      make("text", { x: edge, y: top + height + edge + at * line, fill: "var(--quiet)", "font-size": 12 }, text),
    );
  });
  return new XMLSerializer()
    .serializeToString(outer)
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => colour(name))
    .replaceAll("currentColor", colour("--ink"));
}

/** The picture as PNG, at twice its size so that print stays sharp. */
export async function pngOf(picture: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([picture], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), {
      width: image.width * 2,
      height: image.height * 2,
    });
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The canvas gave no picture.")))),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
