import { type Lang, languages } from "@trama/data/codelists";

/** An element as it will be written: attributes without a value are left out, so are missing children. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | boolean | null | undefined>>;
  readonly children: readonly (Element | string)[];
}

type Child = Element | string | null | undefined;

/** Makes an element; null children are left out. */
export function element(name: string, attributes: Element["attributes"] = {}, ...children: readonly Child[]): Element {
  return { name, attributes, children: children.filter((child) => child !== null && child !== undefined) };
}

/** Words in each language, as an element such as `title` holds them. */
export function narratives(name: string, words: Readonly<Record<Lang, string>>): Element {
  return element(name, {}, ...languages.map((lang) => element("narrative", { "xml:lang": lang }, words[lang])));
}

/** Words as they were filed, in a language that nobody stated. */
export function narrative(name: string, words: string): Element {
  return element(name, {}, element("narrative", {}, words));
}

/** An element as XML 1.0, one line for each element that holds elements. */
export function written(one: Element, depth = 0): string {
  const indent = "  ".repeat(depth);
  const attributes = Object.entries(one.attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${inXml(String(value))}"`)
    .join("");
  if (one.children.length === 0) return `${indent}<${one.name}${attributes}/>`;
  if (one.children.every((child) => typeof child === "string"))
    return `${indent}<${one.name}${attributes}>${one.children.map((text) => inXml(String(text))).join("")}</${one.name}>`;
  const inner = one.children.map((child) => (typeof child === "string" ? inXml(child) : written(child, depth + 1)));
  return [`${indent}<${one.name}${attributes}>`, ...inner, `${indent}</${one.name}>`].join("\n");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Text as XML can hold it: markup and line ends as references, what XML 1.0 forbids as a replacement character. */
function inXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
      .replace(/[&<>"\t\n\r]/g, (character) => entities[character] as string)
  );
}
