/**
 * The little of the DOM that Plot uses to draw, for the server: elements with attributes and children that can be
 * written out as text. A whole browser document would cost far more time and memory for the same svg.
 */
export function createSvgDocument(): Document {
  const document: Record<string, unknown> = {};
  document.createElementNS = (_: string, tag: string) => new SvgNode(tag, document);
  document.createElement = (tag: string) => new SvgNode(tag, document);
  document.createTextNode = (text: string) => new SvgText(text);
  document.documentElement = new SvgNode("html", document);
  return document as unknown as Document;
}

class SvgText {
  readonly nodeType = 3;
  parentNode: SvgNode | null = null;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  get outerHTML(): string {
    return this.text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  }
}

class SvgNode {
  readonly nodeType = 1;
  readonly namespaceURI = "http://www.w3.org/2000/svg";
  readonly childNodes: (SvgNode | SvgText)[] = [];
  readonly attributes = new Map<string, string>();
  /** Inline styles are forbidden by the page's policy, so they are taken and forgotten. */
  readonly style: Record<string, unknown> = { setProperty: () => {}, removeProperty: () => {} };
  parentNode: SvgNode | null = null;
  readonly tagName: string;
  readonly ownerDocument: unknown;

  constructor(tagName: string, ownerDocument: unknown) {
    this.tagName = tagName;
    this.ownerDocument = ownerDocument;
  }

  get children(): SvgNode[] {
    return this.childNodes.filter((node) => node instanceof SvgNode);
  }
  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }
  setAttributeNS(_: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }
  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }
  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }
  append(...nodes: (SvgNode | SvgText | string)[]): void {
    for (const node of nodes) this.appendChild(typeof node === "string" ? new SvgText(node) : node);
  }
  appendChild<T extends SvgNode | SvgText>(node: T): T {
    return this.insertBefore(node, null);
  }
  insertBefore<T extends SvgNode | SvgText>(node: T, before: SvgNode | SvgText | null): T {
    node.parentNode?.removeChild(node);
    const at = before === null ? -1 : this.childNodes.indexOf(before);
    this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, node);
    node.parentNode = this;
    return node;
  }
  removeChild(node: SvgNode | SvgText): void {
    const at = this.childNodes.indexOf(node);
    if (at >= 0) this.childNodes.splice(at, 1);
    node.parentNode = null;
  }
  remove(): void {
    this.parentNode?.removeChild(this);
  }
  set textContent(text: string) {
    this.childNodes.splice(0, Number.POSITIVE_INFINITY, new SvgText(text));
  }
  /** Understands a tag name or an attribute in brackets, which is all that the charts ask for. */
  querySelectorAll(selector: string): SvgNode[] {
    const attribute = /^\[([\w-]+)\]$/.exec(selector)?.[1];
    const matches = (node: SvgNode) => (attribute ? node.hasAttribute(attribute) : node.tagName === selector);
    return this.childNodes.flatMap((child) =>
      child instanceof SvgNode ? [...(matches(child) ? [child] : []), ...child.querySelectorAll(selector)] : [],
    );
  }
  get outerHTML(): string {
    const attributes = [...this.attributes]
      .filter(([name]) => name !== "style" && name !== "xmlns" && name !== "xmlns:xlink")
      .map(
        ([name, value]) =>
          ` ${name}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"`,
      );
    return `<${this.tagName}${attributes.join("")}>${this.childNodes.map((node) => node.outerHTML).join("")}</${this.tagName}>`;
  }
}
