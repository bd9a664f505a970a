import type { Fault } from "../../step.ts";
import type { XmlNode } from "../xml/tree.ts";

/** Versions of the standard that differ in what a result may hold. 1 stands for all of 1.01 to 1.05. */
export type Version = 1 | 2.01 | 2.02 | 2.03;

type Kind = "text" | "boolean" | "date" | "year";

/** How often an element may stand, since and until which version it is so. */
interface Child {
  readonly least: 0 | 1;
  readonly most: 1 | "many";
  /** Before this version, at most one. */
  readonly manyFrom?: Version;
}

interface Attribute {
  readonly kind: Kind;
  readonly required: boolean;
  /** From this version on it is no longer required. */
  readonly freeFrom?: Version;
}

interface Element {
  readonly children: Readonly<Record<string, Child>>;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

const one: Child = { least: 1, most: 1 };
const maybe: Child = { least: 0, most: 1 };
const some: Child = { least: 1, most: "many" };
const any: Child = { least: 0, most: "many" };
const must = (kind: Kind): Attribute => ({ kind, required: true });
const may = (kind: Kind): Attribute => ({ kind, required: false });
const texts: Element = { children: { narrative: some }, attributes: {} };
const link: Element = {
  children: { title: one, description: maybe, category: some, language: any, "document-date": maybe },
  attributes: { url: must("text"), format: must("text") },
};
const coded: Element = { children: {}, attributes: { code: must("text") } };
const dated: Element = { children: {}, attributes: { "iso-date": must("date") } };
const reference: Element = { children: {}, attributes: { vocabulary: must("text"), code: must("text") } };
const measured: Element = {
  children: { location: any, dimension: any, comment: maybe, "document-link": any },
  attributes: { value: { kind: "text", required: true, freeFrom: 2.03 } },
};

/** What the schemas 2.01 to 2.03 ask of a result and everything in it, by the element's place below `result`. */
const shape: Readonly<Record<string, Element>> = {
  result: {
    children: { title: one, description: maybe, "document-link": any, reference: any, indicator: some },
    attributes: { type: must("text"), "aggregation-status": may("boolean") },
  },
  "result/title": texts,
  "result/description": texts,
  "result/reference": reference,
  "result/indicator": {
    children: {
      title: one,
      description: maybe,
      "document-link": any,
      reference: any,
      baseline: { least: 0, most: "many", manyFrom: 2.03 },
      period: any,
    },
    attributes: { measure: must("text"), ascending: may("boolean"), "aggregation-status": may("boolean") },
  },
  "result/indicator/title": texts,
  "result/indicator/description": texts,
  "result/indicator/reference": reference,
  "result/indicator/baseline": {
    children: measured.children,
    attributes: { ...measured.attributes, year: must("year"), "iso-date": may("date") },
  },
  "result/indicator/period": {
    children: {
      "period-start": one,
      "period-end": one,
      target: { least: 0, most: "many", manyFrom: 2.03 },
      actual: { least: 0, most: "many", manyFrom: 2.03 },
    },
    attributes: {},
  },
  "result/indicator/period/period-start": dated,
  "result/indicator/period/period-end": dated,
  "result/indicator/period/target": measured,
  "result/indicator/period/actual": measured,
};

const named: Readonly<Record<string, Element>> = {
  comment: texts,
  "document-link": link,
  "document-link/title": texts,
  "document-link/description": texts,
  "document-link/category": coded,
  "document-link/language": coded,
  "document-link/document-date": dated,
};

const holds: Record<Kind, (value: string) => boolean> = {
  text: () => true,
  boolean: (value) => /^\s*(true|false|0|1)\s*$/.test(value),
  date: (value) => /^\s*-?\d{4,}-\d\d-\d\d(Z|[+-]\d\d:\d\d)?\s*$/.test(value),
  year: (value) => /^\s*\+?0*[1-9]\d*\s*$/.test(value),
};

/** The same as lists, for every element of every result is held against them. */
interface Asked {
  readonly children: readonly (readonly [name: string, Child])[];
  readonly attributes: readonly (readonly [name: string, Attribute])[];
}

const asked = (elements: Readonly<Record<string, Element>>): ReadonlyMap<string, Asked> =>
  new Map(
    Object.entries(elements).map(([place, { children, attributes }]) => [
      place,
      { children: Object.entries(children), attributes: Object.entries(attributes) },
    ]),
  );
const askedByPlace = asked(shape);
const askedByName = asked(named);

/**
 * Where a result is not as the standard's schema of its version asks, element by element. Without a known version, what
 * any version forbids is told. Version 1 had other texts and fewer demands: its values alone are looked at.
 */
export function faultsOf(result: XmlNode, version: Version | undefined): Fault[] {
  const faults: Fault[] = [];
  visit(faults, result, "result", "", version);
  return faults;
}

function visit(faults: Fault[], node: XmlNode, place: string, parent: string, version: Version | undefined): void {
  const element = askedByPlace.get(place) ?? askedByName.get(`${parent}/${node.name}`) ?? askedByName.get(node.name);
  if (element) {
    attributeFaults(faults, node, element, version);
    if (version !== 1) childFaults(faults, node, element, version);
  }
  for (const child of node.children) visit(faults, child, `${place}/${child.name}`, node.name, version);
}

function attributeFaults(faults: Fault[], node: XmlNode, { attributes }: Asked, version: Version | undefined): void {
  for (const [attribute, { kind, required, freeFrom }] of attributes) {
    const value = node.attributes[attribute];
    let rule: string;
    if (value !== undefined) {
      if (holds[kind](value)) continue;
      rule = "iati.attribute-form";
    } else if (required && version !== 1 && (freeFrom === undefined || version === undefined || version < freeFrom))
      rule = freeFrom === undefined ? "iati.attribute-missing" : "iati.value-missing";
    else continue;
    faults.push({ rule, path: node.path, line: node.line, details: { element: node.name, attribute } });
  }
}

function childFaults(faults: Fault[], node: XmlNode, { children }: Asked, version: Version | undefined): void {
  for (const [name, { least, most, manyFrom }] of children) {
    let found = 0;
    let second: XmlNode | undefined;
    for (const child of node.children) {
      if (child.name !== name) continue;
      found += 1;
      if (found === 2) second = child;
    }
    const details = { element: node.name, child: name };
    if (found < least) faults.push({ rule: "iati.element-missing", path: node.path, line: node.line, details });
    const atMostOne = most === 1 || (manyFrom !== undefined && (version === undefined || version < manyFrom));
    if (!atMostOne || !second) continue;
    const rule = most === 1 ? "iati.element-repeated" : "iati.element-repeated-early";
    faults.push({ rule, path: second.path, line: second.line, details });
  }
}
