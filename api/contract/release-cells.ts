import { z } from "@hono/zod-openapi";
import { type Table, tables } from "@trama/data/schema";
import { Format } from "./scalars.ts";

export const ReleaseCellsQuery = z.object({ format: Format.optional() }).strict();

const kinds: Readonly<Record<string, z.ZodType>> = {
  VARCHAR: z.string(),
  "VARCHAR[]": z.array(z.string()),
  SMALLINT: z.number().int(),
  INTEGER: z.number().int(),
  DOUBLE: z.number(),
  BOOLEAN: z.boolean(),
};

/** A row of one of the release's tables, as docs/tables.md describes it. */
const rowOf = (table: Table) =>
  z.object(
    Object.fromEntries(
      Object.entries(table.columns).map(([name, { sql, nullable, meaning }]) => {
        const kind = kinds[sql];
        if (!kind) throw new Error(`Answers have no kind for ${sql}.`);
        return [name, (nullable ? kind.nullable() : kind).openapi({ description: meaning })];
      }),
    ),
  );

export const ReleaseCell = rowOf(tables.cell).openapi("ReleaseCell");

export const ReleaseCellsAnswer = z
  .object({ release: z.number().int(), cells: z.array(ReleaseCell) })
  .openapi("ReleaseCells");
export type ReleaseCellsAnswer = z.infer<typeof ReleaseCellsAnswer>;

export const ReleaseOutcomesAnswer = z
  .object({
    release: z.number().int(),
    outcomes: z.array(rowOf(tables.cleared_outcome_statement).openapi("ReleaseOutcome")),
  })
  .openapi("ReleaseOutcomes");
export type ReleaseOutcomesAnswer = z.infer<typeof ReleaseOutcomesAnswer>;
