import type { Cell } from "@trama/data/schema";
import type { Db } from "@trama/data/store";
import { sql } from "kysely";

/** Every published candidate cell of a release, withheld ones too, in the order in which they lie there. */
export function findReleaseCells(db: Db): Promise<Cell[]> {
  return db.selectFrom("cell").selectAll().where("audience", "=", "open").orderBy(sql`rowid`).execute();
}
