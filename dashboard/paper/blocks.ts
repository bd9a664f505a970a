import { type DefaultTreeAdapterTypes, parse, serializeOuter } from "parse5";
import { withNotes } from "./table-notes.ts";

/** A piece of text: plain, strong, or a link to somewhere. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
  readonly href?: string | undefined;
}

/** A cell of a table; a header names its column or its row. */
export interface TableCell {
  readonly text: string;
  readonly header: "column" | "row" | null;
  readonly number: boolean;
}

/** A part of a document, in reading order. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly runs: readonly Run[]; readonly tone: "plain" | "quiet" | "lead" | "notice" }
  | { readonly kind: "list"; readonly items: readonly (readonly Run[])[]; readonly quiet: boolean }
  | { readonly kind: "figure"; readonly svg: string; readonly alt: string }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly head: readonly TableCell[];
      readonly rows: readonly (readonly TableCell[])[];
    };

/** A table with its caption, the words above its columns and its rows. */
export type TableBlock = Extract<Block, { kind: "table" }>;

/** A report for paper: what stands on its cover, and the rest. */
export interface Paper {
  readonly title: string;
  readonly lang: string;
  readonly cover: readonly Block[];
  readonly body: readonly Block[];
}

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Parts of a page that are of no use on paper. */
const onScreenOnly = [
  "needs-script",
  "visually-hidden",
  "downloads",
  "tabs",
  "filters",
  "hint",
  "take-away",
  "snippets",
];

/**
 * A report page of the dashboard as a document for paper, with the very figures, tables and words of the page. Links are
 * made absolute with the address that the report cites.
 */
export function paperOf(html: string, address: string): Paper {
  // Without scripts a browser, and paper, show what stands inside noscript: the tables.
  const page = parse(html, { scriptingEnabled: false });
  const root = find(page.childNodes, (node) => node.tagName === "html");
  const article = find(page.childNodes, (node) => node.tagName === "article");
  if (!root || !article) throw new Error("The page holds no report.");
  const [cover = [], body = []] = ["intro", null].map((place) =>
    article.childNodes
      .filter((node) => isElement(node) && hasClass(node, "intro") === (place === "intro"))
      .flatMap((node) => blocksOf(node, address)),
  );
  const title = cover.find((block) => block.kind === "heading");
  return { title: title?.kind === "heading" ? title.text : "", lang: attribute(root, "lang") ?? "en", cover, body };
}

function blocksOf(node: Node, address: string): Block[] {
  if (!isElement(node) || onScreenOnly.some((name) => hasClass(node, name))) return [];
  const inner = () => node.childNodes.flatMap((child) => blocksOf(child, address));
  switch (node.tagName) {
    case "form":
    case "nav":
    case "button":
      return [];
    case "h1":
    case "h2":
    case "h3":
      return [{ kind: "heading", level: Number(node.tagName[1]) as 1 | 2 | 3, text: textOf(node) }];
    case "p": {
      const runs = runsOf(node, address);
      return runs.length === 0 ? [] : [{ kind: "paragraph", runs, tone: toneOf(node) }];
    }
    case "ul":
    case "ol": {
      const items = node.childNodes.filter(isElement).map((item) => runsOf(item, address));
      return [{ kind: "list", items: items.filter((runs) => runs.length > 0), quiet: hasClass(node, "signs") }];
    }
    case "svg":
      return [
        {
          kind: "figure",
          svg: serializeOuter(node),
          alt: attribute(node, "aria-label") ?? "",
        },
      ];
    case "table":
      return withNotes(tableOf(node));
    default:
      return inner();
  }
}

function toneOf(node: Element): "plain" | "quiet" | "lead" | "notice" {
  if (hasClass(node, "lead")) return "lead";
  if (hasClass(node, "synthetic") || hasClass(node, "notice")) return "notice";
  return hasClass(node, "quiet") || hasClass(node, "kicker") || hasClass(node, "citation") ? "quiet" : "plain";
}

function tableOf(table: Element): TableBlock {
  const rows = elementsIn(table, "tr").map((row) =>
    row.childNodes.filter(isElement).map(
      (cell): TableCell => ({
        text: textOf(cell),
        header: cell.tagName !== "th" ? null : attribute(cell, "scope") === "row" ? "row" : "column",
        number: hasClass(cell, "number"),
      }),
    ),
  );
  const [caption] = elementsIn(table, "caption");
  const isHead = (row: readonly TableCell[]) => row.every(({ header }) => header === "column");
  return {
    kind: "table",
    caption: caption ? textOf(caption) : "",
    head: rows.find(isHead) ?? [],
    rows: rows.filter((row) => !isHead(row)),
  };
}

/** The text of an element with what is strong or a link in it; white space as a browser shows it, spaces that bind kept. */
function runsOf(node: Element, address: string): Run[] {
  const runs: Run[] = [];
  const visit = (children: readonly Node[], strong: boolean, href: string | undefined) => {
    for (const child of children) {
      if (child.nodeName === "#text") {
        const text = (child as DefaultTreeAdapterTypes.TextNode).value.replace(/[ \t\n\r\f]+/g, " ");
        if (text !== "") runs.push({ text, strong, href });
      } else if (child.nodeName === "br") {
        runs.push({ text: " ", strong, href });
      } else if (isElement(child) && attribute(child, "aria-hidden") !== "true") {
        const link = child.tagName === "a" ? attribute(child, "href") : undefined;
        visit(child.childNodes, strong || child.tagName === "b", link ? new URL(link, address).href : href);
      }
    }
  };
  visit(node.childNodes, false, undefined);
  return runs
    .map(({ text }) => text)
    .join("")
    .trim() === ""
    ? []
    : runs;
}

function textOf(node: Element): string {
  return runsOf(node, "http://localhost")
    .map(({ text }) => text)
    .join("")
    .trim();
}

function elementsIn(node: Element, tag: string): Element[] {
  return node.childNodes
    .filter(isElement)
    .flatMap((child) => (child.tagName === tag ? [child] : elementsIn(child, tag)));
}

function find(nodes: readonly Node[], test: (node: Element) => boolean): Element | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found = test(node) ? node : find(node.childNodes, test);
    if (found) return found;
  }
  return undefined;
}

function isElement(node: Node): node is Element {
  return "tagName" in node;
}

function attribute(node: Element, name: string): string | undefined {
  return node.attrs.find((one) => one.name === name)?.value;
}

function hasClass(node: Element, name: string): boolean {
  return (attribute(node, "class") ?? "").split(" ").includes(name);
}
