import { changeParts } from "@trama/data/entry/parts";

/**
 * A Word document whose bytes depend on what it holds alone: the names that its writer gives links at random become
 * numbers, and its dates the moment `madeAt`.
 */
export function steadyDocx(bytes: Buffer, madeAt: Date): Buffer {
  const names = new Map<string, string>();
  const named = (name: string) => {
    const known = names.get(name) ?? `rIdLink${names.size + 1}`;
    names.set(name, known);
    return known;
  };
  return Buffer.from(
    changeParts(bytes, (path, text) => {
      if (/^word\/(document\.xml|_rels\/document\.xml\.rels)$/.test(path))
        return text().replace(/(?<=")rId[\w-]{10,}(?=")/g, named);
      if (path === "docProps/core.xml")
        return text()
          .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, madeAt.toISOString())
          .replaceAll("Un-named", "Trama");
      return undefined;
    }),
  );
}
