import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const why = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{2,60}$/, "Use small letters, digits and hyphens."),
  reason: z.string().min(3),
  who: z.string().min(1),
  status: z.enum(["active", "retired"]).default("active"),
};
const place = {
  /** The report it is about: its file name, or the head of its sha-256. */
  report: z.string().min(3),
  sheet: z.string().optional(),
  row: z.number().int().positive().optional(),
  /** Fields whose text must be just this. */
  where: z.record(z.string(), z.string()).optional(),
};

/** A judgement of a person about what was filed, kept as a file so that it can be read, dated and taken back. */
export const Decision = z.discriminatedUnion("kind", [
  /** A word that reports use, and the code it means. */
  z
    .object({ kind: z.literal("name"), list: z.string(), text: z.string().min(1), code: z.string().min(1), ...why })
    .strict(),
  /** A cell that is wrong: what is expected to stand there, and what is meant. */
  z
    .object({
      kind: z.literal("correction"),
      ...place,
      field: z.string(),
      expect: z.string(),
      value: z.string(),
      ...why,
    })
    .strict(),
  /** Rows that must not be loaded. */
  z.object({ kind: z.literal("exclusion"), ...place, ...why }).strict(),
]);
export type Decision = z.infer<typeof Decision>;

/** A decision file that cannot be read. */
export class DecisionTrouble extends Error {}

/** The active decisions of a home: every `.json` file in its decisions folder holds a list of them. */
export async function readDecisions(folder: string): Promise<Decision[]> {
  const names = (await readdir(folder).catch(() => [] as string[])).filter((name) => name.endsWith(".json")).sort();
  const decisions: Decision[] = [];
  for (const name of names) {
    const parsed = z.array(Decision).safeParse(await readJson(join(folder, name)));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new DecisionTrouble(
        `decisions/${name}, entry ${Number(issue?.path[0] ?? 0) + 1}, ${issue?.path.slice(1).join(".") || "as a whole"}: ${issue?.message} Mend the file.`,
      );
    }
    decisions.push(...parsed.data);
  }
  const double = decisions.find(({ id }, index) => decisions.findIndex((other) => other.id === id) !== index);
  if (double) throw new DecisionTrouble(`Two decisions are called "${double.id}". Give each its own id.`);
  return decisions.filter(({ status }) => status === "active");
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    throw new DecisionTrouble(`${path} is no JSON. Mend the file.`);
  }
}
