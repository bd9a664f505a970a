import { z } from "@hono/zod-openapi";
import { tables } from "@trama/data/schema";
import { Format } from "./scalars.ts";

export const ReleaseCellsQuery = z.object({ format: Format.optional() }).strict();

const kinds: Readonly<Record<string, z.ZodType>> = {
  VARCHAR: z.string(),
  "VARCHAR[]": z.array(z.string()),
  SMALLINT: z.number().int(),
  INTEGER: z.number().int(),
  DOUBLE: z.number(),
};

/** A row of the release's table of cells, as docs/tables.md describes it. */
export const ReleaseCell = z
  .object(
    Object.fromEntries(
      Object.entries(tables.cell.columns).map(([name, { sql, nullable, meaning }]) => {
        const kind = kinds[sql];
        if (!kind) throw new Error(`Answers have no kind for ${sql}.`);
        return [name, (nullable ? kind.nullable() : kind).openapi({ description: meaning })];
      }),
    ),
  )
  .openapi("ReleaseCell");

export const ReleaseCellsAnswer = z
  .object({ release: z.number().int(), cells: z.array(ReleaseCell) })
  .openapi("ReleaseCells");
export type ReleaseCellsAnswer = z.infer<typeof ReleaseCellsAnswer>;
