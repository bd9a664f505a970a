import { parsePeriod } from "@trama/data/codelists";
import { tables } from "@trama/data/schema";
import { append, type DuckDBConnection, one, transaction } from "@trama/data/store";
import { decisionsFor } from "../decisions/apply.ts";
import type { Home } from "../home.ts";
import { sinkOf } from "../load/sink-of.ts";
import { pseudonyms } from "../map/pseudonym.ts";
import { keepWords } from "../receive/words.ts";
import { newFileState, readTable } from "../validate/read-table.ts";
import { assertClearable, waitingWords } from "./clearable.ts";
import { findHeld, type HeldThing } from "./list.ts";
import { NothingHeld } from "./nothing-held.ts";
import { readHeld, textOf } from "./read-held.ts";

/** What a person may decide: words and rows are released or refused, an outcome statement is cleared or refused. */
export type HeldDecision = "released" | "refused" | "cleared";

/**
 * A person's decision about a thing held. Released words go to the restricted side, a released row is loaded as the
 * revision it is; refused ones stay in the sealed raw file only. A cleared outcome statement is public from the next
 * release on, and its words that still wait are released with it; it can be refused later, and cleared again. The decision
 * stands in the ledger first.
 */
export async function decide(
  home: Home,
  connection: DuckDBConnection,
  name: string,
  decision: HeldDecision,
  reason: string | null,
): Promise<HeldThing> {
  const thing = await findHeld(connection, name);
  if (!thing) throw new NothingHeld(`Nothing held is called ${name}. See trama review list.`);
  if (thing.decision && (thing.kind !== "statement" || thing.decision === decision))
    throw new NothingHeld(`${name} was ${thing.decision} before. See trama review list for what still waits.`);
  if (thing.kind === "statement" && decision === "released")
    throw new NothingHeld(`${name} is an outcome statement: clear it for the public, or refuse it.`);
  if (thing.kind !== "statement" && decision === "cleared")
    throw new NothingHeld(`${name} is no outcome statement: release or refuse it.`);
  if (decision === "cleared") {
    await assertClearable(home, connection, thing);
    for (const words of await waitingWords(connection, thing))
      await settle(home, connection, words, "released", reason);
  }
  return settle(home, connection, thing, decision, reason);
}

/** Writes a decision into the ledger, then does what follows from it. */
async function settle(
  home: Home,
  connection: DuckDBConnection,
  thing: HeldThing,
  decision: HeldDecision,
  reason: string | null,
): Promise<HeldThing> {
  const { at } = await home.ledger.append({
    kind: "reviewed",
    held: thing.held,
    sha256: thing.sha256,
    decision,
    reason: await keepWords(home, reason),
  });
  await applyDecision(home, connection, thing, decision, reason, new Date(at));
  return { ...thing, decision };
}

/** What a decision changes in the working store; repeated when the store is rebuilt from the ledger. */
export async function applyDecision(
  home: Home,
  connection: DuckDBConnection,
  thing: HeldThing,
  decision: HeldDecision,
  reason: string | null,
  learnedAt: Date,
): Promise<void> {
  const released = decision === "released" ? await readHeld(home, thing) : undefined;
  await transaction(connection, async () => {
    await append(connection, tables.review, [{ held: thing.held, decision, reason, learned_at: learnedAt }]);
    if (!released) return;
    const { report, sheet, row, column, collective, indicator, period, project, field } = thing;
    if (thing.kind === "text") {
      const words = textOf(released, column);
      await append(connection, tables.narrative, [
        {
          collective,
          indicator,
          period,
          project,
          field: field ?? "",
          words,
          report,
          sheet,
          row,
          learned_at: learnedAt,
        },
      ]);
      return;
    }
    const version = await one<{
      version: number;
      project: string | null;
      country: string | null;
      period: string | null;
    }>(connection, "SELECT version, project, country, period FROM report WHERE report = $1", [report]);
    await loadRow(home, connection, released, thing, version, learnedAt);
  });
}

/** Reads the held row once more by the very road of any row, and loads it. */
async function loadRow(
  home: Home,
  connection: DuckDBConnection,
  { sheet, located, row }: Awaited<ReturnType<typeof readHeld>>,
  thing: HeldThing,
  report: { version: number; project: string | null; country: string | null; period: string | null },
  learnedAt: Date,
): Promise<void> {
  const filing = { report: thing.report, learnedAt, pseudonym: pseudonyms(home.keys.pseudonym) };
  const only = {
    ...sheet,
    coded: undefined,
    rows: async function* () {
      yield [row];
    },
  };
  const context = {
    project: report.project,
    country: report.country,
    period: report.period ? (parsePeriod(report.period) ?? null) : null,
    version: report.version,
  };
  const sink = sinkOf(connection, tables.observation);
  const decisions = decisionsFor([], thing.name, thing.sha256);
  for await (const { columns, count } of readTable(only, located, filing, decisions, newFileState(context)))
    await sink.columns(columns, count);
  sink.close();
}
