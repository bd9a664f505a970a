import { localName, parseXml } from "../xml/parse.ts";
import { childOf, childrenOf, treeGrower, type XmlNode } from "../xml/tree.ts";

/** A survey form (XForm) as far as its answers need it. Paths are those of the questions below the form's root. */
export interface SurveyForm {
  /** Questions, groups and repeats in the order of the form. */
  readonly instance: XmlNode;
  readonly types: ReadonlyMap<string, string>;
  readonly repeats: ReadonlySet<string>;
  /** Choices of the questions that take several answers. */
  readonly several: ReadonlyMap<string, readonly string[]>;
}

/** Reads a form. Undefined where it holds no questions. */
export async function readForm(chunks: AsyncIterable<Buffer>): Promise<SurveyForm | undefined> {
  const root = await wholeTree(chunks);
  const head = root && childOf(root, "head");
  const model = head && childOf(head, "model");
  const [primary, ...secondary] = model ? childrenOf(model, "instance") : [];
  const instance = primary?.children[0];
  if (!root || !model || !instance) return undefined;
  const body = childOf(root, "body");
  const below = (path = "") => path.split("/").slice(2).join("/");
  const lists = new Map(secondary.map((list) => [list.attributes.id ?? "", valuesOf(list)]));
  const found = body ? [...descendants(body)] : [];
  return {
    instance,
    types: new Map(
      childrenOf(model, "bind").map(({ attributes }) => [below(attributes.nodeset), attributes.type ?? "string"]),
    ),
    repeats: new Set(found.filter(({ name }) => name === "repeat").map(({ attributes }) => below(attributes.nodeset))),
    several: new Map(
      found.filter(({ name }) => name === "select").map((node) => [below(node.attributes.ref), choicesOf(node, lists)]),
    ),
  };
}

/** An XML document held whole, by its root; names lose their prefixes. */
export async function wholeTree(chunks: AsyncIterable<Buffer>): Promise<XmlNode | undefined> {
  const grower = treeGrower();
  let root: XmlNode | undefined;
  const handlers = {
    open: (name: string, attributes: Readonly<Record<string, string>>, line: number) =>
      grower.open(localName(name), attributes, line, `/${localName(name)}`),
    text: (text: string) => grower.text(text),
    close: () => {
      root = grower.close() ?? root;
    },
  };
  for await (const _ of parseXml(chunks, handlers));
  return root;
}

function choicesOf(select: XmlNode, lists: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const itemset = childOf(select, "itemset");
  if (!itemset) return valuesOf(select);
  return lists.get(/instance\('([^']+)'\)/.exec(itemset.attributes.nodeset ?? "")?.[1] ?? "") ?? [];
}

function valuesOf(list: XmlNode): string[] {
  return [...descendants(list)].flatMap((item) => {
    if (item.name !== "item") return [];
    const value = childOf(item, "value") ?? childOf(item, "name");
    return value ? [value.text.trim()] : [];
  });
}

function* descendants(node: XmlNode): Generator<XmlNode> {
  for (const child of node.children) {
    yield child;
    yield* descendants(child);
  }
}
