/** What an answer tells that lies in memory as long as its release is shown: a row, or one and more that are always told together. */
export type KeptPart = object | readonly object[];

/** Texts of parts by the parts themselves; a text goes when its part does. */
const texts = new WeakMap<KeptPart, string>();

/**
 * An answer as JSON of which some lists of rows lie in memory, part by part: each part is written once, and its text kept
 * beside it. Gives what `JSON.stringify` gives of the answer.
 */
export function keptJson(
  answer: Readonly<Record<string, unknown>>,
  kept: Readonly<Record<string, readonly KeptPart[]>>,
): string {
  const written = Object.entries(answer).map(([name, value]) => {
    const parts = kept[name];
    return `${JSON.stringify(name)}:${parts ? `[${parts.map(textOf).join()}]` : JSON.stringify(value)}`;
  });
  return `{${written.join()}}`;
}

function textOf(part: KeptPart): string {
  const known = texts.get(part);
  if (known !== undefined) return known;
  const text = Array.isArray(part) ? part.map((row) => JSON.stringify(row)).join() : JSON.stringify(part);
  texts.set(part, text);
  return text;
}
