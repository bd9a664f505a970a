import type { RawRow } from "../../step.ts";

/** Bytes of rows that are kept of a file, whatever its size. */
const mostKept = 16 << 20;

/** Tables that are read together and asked for one after the other. */
export interface KeptTables {
  rows(table: number): AsyncGenerator<readonly RawRow[]>;
  /** Ends a pass that was left off. */
  close(): Promise<void>;
}

/**
 * Gives each of several tables as often as asked, from one pass over their file where their rows are few enough to be kept
 * until they are asked for. Kept rows are bytes of JSON: what was cut out of a text would keep the whole of it in memory.
 * Where they are more than 16 MB, none is kept and each time is a pass of its own.
 */
export function keptTables(read: () => AsyncGenerator<RawRow[][]>, tables: number, mostBytes = mostKept): KeptTables {
  const kept: Buffer[][] = Array.from({ length: tables }, () => []);
  let size = 0;
  let ended = false;
  let pass: { readonly batches: AsyncGenerator<RawRow[][]>; taken: boolean } | undefined = {
    batches: read(),
    taken: false,
  };

  const forget = () => {
    pass = undefined;
    for (const batches of kept) batches.length = 0;
  };
  const keep = (batches: readonly RawRow[][]) => {
    for (const [table, batch] of batches.entries()) {
      if (batch.length === 0) continue;
      const bytes = Buffer.from(
        JSON.stringify(batch.map(({ row, cells, path, faults }) => [row, cells, path, faults])),
      );
      size += bytes.length;
      kept[table]?.push(bytes);
    }
    if (size > mostBytes) forget();
  };

  return {
    async *rows(table) {
      const own = kept[table] as Buffer[];
      let rows = 0;
      for (let next = 0; next < own.length; next += 1) {
        const batch = rowsOf(own[next] as Buffer);
        rows += batch.length;
        yield batch;
      }
      if (ended && pass) return;
      if (!pass || pass.taken) {
        yield* after(rows, table, read());
        return;
      }
      const { batches } = pass;
      pass.taken = true;
      try {
        for (;;) {
          const { done, value } = await batches.next();
          if (done) {
            ended = true;
            return;
          }
          if (pass) keep(value);
          const batch = value[table] as RawRow[];
          if (batch.length > 0) yield batch;
        }
      } catch (error) {
        forget();
        throw error;
      } finally {
        if (pass) pass.taken = false;
        else await batches.return(undefined);
      }
    },
    async close() {
      await pass?.batches.return(undefined);
      forget();
    },
  };
}

/** The rows of a table from a pass of its own, but for those that were given before. */
async function* after(
  given: number,
  table: number,
  batches: AsyncGenerator<RawRow[][]>,
): AsyncGenerator<readonly RawRow[]> {
  for await (const batch of batches) {
    const rows = (batch[table] as RawRow[]).filter(({ row }) => row > given);
    if (rows.length > 0) yield rows;
  }
}

function rowsOf(bytes: Buffer): RawRow[] {
  const rows = JSON.parse(bytes.toString("utf8")) as [number, (string | null)[], string, RawRow["faults"]][];
  return rows.map(([row, cells, path, faults]) => ({ row, cells, path, ...(faults ? { faults } : {}) }));
}
