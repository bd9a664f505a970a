import type { Home } from "../home.ts";
import { openWorking } from "../load/working.ts";
import { decide, type HeldDecision } from "./decide.ts";
import { findHeld, listHeld } from "./list.ts";
import { NothingHeld } from "./nothing-held.ts";
import { readHeld, textOf } from "./read-held.ts";

/** What each verb that decides comes to. */
const decisions = { release: "released", refuse: "refused", clear: "cleared" } as const satisfies Record<
  string,
  HeldDecision
>;

export const reviewVerbs = ["list", "show", "release", "refuse", "clear"] as const;
export type ReviewVerb = (typeof reviewVerbs)[number];

/** What a review command has to show: as data, and as lines for a terminal. */
export interface ReviewAnswer {
  readonly listed: unknown;
  readonly lines: readonly string[];
}

/** Lists what waits, shows one thing in full, or decides about it. */
export async function reviewHeld(
  home: Home,
  verb: ReviewVerb,
  name: string,
  reason: string | null,
): Promise<ReviewAnswer> {
  const store = await openWorking(home.working);
  const connection = await store.connect();
  try {
    switch (verb) {
      case "list": {
        const held = await listHeld(connection);
        const lines = held.map(
          ({ held: id, kind, rule, name: file, sheet, row, column, indicator }) =>
            `${id}  ${kind.padEnd(9)} ${(indicator ?? "").padEnd(5)} ${file}, sheet "${sheet}", row ${row}${column ? `, column ${column}` : ""}  [${rule}]`,
        );
        return { listed: { held }, lines: held.length === 0 ? ["Nothing waits."] : lines };
      }
      case "show": {
        const thing = await findHeld(connection, name);
        if (!thing) throw new NothingHeld(`Nothing held is called ${name}. See trama review list.`);
        const words = textOf(await readHeld(home, thing), thing.column);
        return {
          listed: { ...thing, words },
          lines: [`${thing.name}, sheet "${thing.sheet}", row ${thing.row} [${thing.rule}]`, words],
        };
      }
      case "release":
      case "refuse":
      case "clear": {
        const thing = await decide(home, connection, name, decisions[verb], reason);
        return { listed: thing, lines: [`${name} is ${thing.decision}.`] };
      }
    }
  } finally {
    connection.closeSync();
    store.close();
  }
}
