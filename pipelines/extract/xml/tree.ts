import { Refused } from "../refused.ts";

/** An element that is held whole because its parts are read together. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  /** XPath from the root of the document. */
  readonly path: string;
  readonly children: XmlNode[];
  text: string;
}

const mostNodes = 250_000;

/** Grows the tree of one element at a time from what a parser says. */
export interface TreeGrower {
  /** Whether an element is being grown. */
  readonly growing: boolean;
  open(name: string, attributes: Readonly<Record<string, string>>, line: number, path: string): void;
  text(text: string): void;
  /** The element, when what closed was its end. */
  close(): XmlNode | undefined;
}

/** Makes a grower. An element of more than 250,000 descendants is refused: it could not be held. */
export function treeGrower(): TreeGrower {
  const stack: XmlNode[] = [];
  let nodes = 0;
  return {
    get growing() {
      return stack.length > 0;
    },
    open(name, attributes, line, path) {
      nodes += 1;
      if (nodes > mostNodes)
        throw new Refused(
          "xml.too-much",
          `holds one element of more than ${mostNodes} parts (line ${line}). Split the file into smaller activities.`,
        );
      const parent = stack.at(-1);
      const twins = parent?.children.filter((child) => child.name === name).length ?? 0;
      const node = {
        name,
        attributes,
        line,
        path: parent ? `${parent.path}/${name}[${twins + 1}]` : path,
        children: [],
        text: "",
      };
      parent?.children.push(node);
      stack.push(node);
    },
    text(text) {
      const top = stack.at(-1);
      if (top) top.text += text;
    },
    close() {
      const closed = stack.pop();
      if (stack.length > 0) return undefined;
      nodes = 0;
      return closed;
    },
  };
}

export function childrenOf(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter((child) => child.name === name);
}

export function childOf(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((child) => child.name === name);
}
