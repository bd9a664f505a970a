import { all } from "@trama/data/store";
import type { Home } from "../home.ts";
import { openWorking } from "../load/working.ts";
import { decide } from "./decide.ts";

/**
 * Clears every outcome statement that waits in reports that say their data is synthetic, as a person would one by one, so
 * that the sample shows what cleared statements look like. No statement of a real report is touched. Gives how many.
 */
export async function clearSamples(home: Home): Promise<number> {
  const store = await openWorking(home.working);
  const connection = await store.connect();
  try {
    const waiting = await all<{ held: string }>(
      connection,
      `SELECT h.held FROM held h JOIN report r USING (report) ANTI JOIN review v USING (held)
       WHERE h.kind = 'statement' AND r.synthetic ORDER BY r.sequence, h.sheet, h."row"`,
    );
    for (const { held } of waiting) await decide(home, connection, held, "cleared", "Synthetic sample data");
    return waiting.length;
  } finally {
    connection.closeSync();
    store.close();
  }
}
