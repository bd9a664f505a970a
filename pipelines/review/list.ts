import type { Held } from "@trama/data/schema";
import { all, type DuckDBConnection } from "@trama/data/store";

/** A thing held, the file it came from, and what was decided; null while it waits. */
export type HeldThing = Omit<Held, "learned_at"> & {
  readonly name: string;
  readonly sha256: string;
  readonly decision: string | null;
};

const query = `
  SELECT h.* EXCLUDE (learned_at), r.name, r.sha256, v.decision
  FROM held h JOIN report r USING (report)
  LEFT JOIN (SELECT held, arg_max(decision, learned_at) AS decision FROM review GROUP BY held) v USING (held)`;

/** What waits for a person, oldest report first. */
export function listHeld(connection: DuckDBConnection): Promise<HeldThing[]> {
  return all<HeldThing>(connection, `${query} WHERE v.decision IS NULL ORDER BY r.sequence, h.sheet, h."row"`);
}

/** One thing held, decided or not; undefined where there is none of that name. */
export async function findHeld(connection: DuckDBConnection, name: string): Promise<HeldThing | undefined> {
  return (await all<HeldThing>(connection, `${query} WHERE h.held = $1`, [name]))[0];
}

/** The cells of words in the row of a thing held, in the order of their columns. */
export function wordsBeside(connection: DuckDBConnection, { report, sheet, row }: HeldThing): Promise<HeldThing[]> {
  return all<HeldThing>(
    connection,
    `${query} WHERE h.kind = 'text' AND h.report = $1 AND h.sheet = $2 AND h."row" = $3 ORDER BY h."column"`,
    [report, sheet, row],
  );
}
