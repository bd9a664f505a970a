import type { DuckDBConnection } from "@trama/data/store";
import type { Home } from "../home.ts";
import { screen } from "../validate/screen.ts";
import { type HeldThing, wordsBeside } from "./list.ts";
import { NothingHeld } from "./nothing-held.ts";
import { type HeldPlace, readHeld } from "./read-held.ts";

/** The words of an outcome statement that are public once it is cleared; others stay inside. */
export const publicWords = ["who", "what", "significance"] as const;

/** The cells of a statement's words that nobody has decided about yet. */
export async function waitingWords(connection: DuckDBConnection, statement: HeldThing): Promise<HeldThing[]> {
  return (await wordsBeside(connection, statement)).filter(({ field, decision }) => isPublic(field) && !decision);
}

/**
 * Throws, with the remedy, where a statement cannot be made public: it does not say what changed, somebody refused some of
 * its words, or they bear marks of a person, a contact or a place.
 */
export async function assertClearable(home: Home, connection: DuckDBConnection, statement: HeldThing): Promise<void> {
  const place = await readHeld(home, statement);
  const beside = (await wordsBeside(connection, statement)).filter(({ field }) => isPublic(field));
  const mend = "Have the report filed again with other words.";
  if (!publicTexts(place).some(({ field }) => field === "what"))
    throw new NothingHeld(`${statement.held} does not say what changed, so there is nothing to make public. ${mend}`);
  const refused = beside.find(({ decision }) => decision === "refused");
  if (refused)
    throw new NothingHeld(
      `${statement.held} has words that were refused (${refused.held}, "${refused.field}"). ${mend}`,
    );
  for (const { field, text } of publicTexts(place)) {
    const found = screen(text);
    if (found.length > 0)
      throw new NothingHeld(
        `${statement.held} may identify somebody: "${field}" seems to hold ${found.join(", ")}. ${mend}`,
      );
  }
}

function publicTexts({ located, row }: HeldPlace): { field: string; text: string }[] {
  return located.columns.flatMap(({ index, field }) => {
    const text = row.cells[index]?.trim() ?? "";
    return isPublic(field.key) && text !== "" ? [{ field: field.key, text }] : [];
  });
}

function isPublic(field: string | null): boolean {
  return (publicWords as readonly string[]).includes(field ?? "");
}
