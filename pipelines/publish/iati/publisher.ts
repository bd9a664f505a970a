import { type Element, element, narrative } from "./element.ts";

/** Who publishes the file: its IATI organisation identifier and its name. */
export interface Publisher {
  readonly ref: string;
  readonly name: string;
}

/** Who publishes sample data: nobody that is registered. */
export const samplePublisher: Publisher = { ref: "XI-EXAMPLE-TRAMA", name: "Trama (SYNTHETIC SAMPLE DATA)" };

/** The organisation that reports an activity: an international non-governmental organisation (type 21). */
export function reportingOrg({ ref, name }: Publisher, more: Element["attributes"] = {}): Element {
  return element("reporting-org", { ref, type: "21", ...more }, element("narrative", {}, name));
}

/** An organisation that takes part in an activity: 1 funds it, 4 carries it out. */
export function participatingOrg(
  role: "1" | "4",
  { ref, name }: { readonly ref?: string | undefined; readonly name: string },
): Element {
  return element("participating-org", { ref, role }, ...narrative("name", name).children);
}

/** An identifier of an activity of the publisher, of the characters that identifiers may hold. */
export function identifierOf({ ref }: Publisher, ...parts: readonly string[]): string {
  return [ref, ...parts.map((part) => part.trim().replace(/[/&|?\s]+/g, "_"))].join("-");
}
