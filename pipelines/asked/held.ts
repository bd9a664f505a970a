import { all, type DuckDBConnection } from "@trama/data/store";
import type { Home } from "../home.ts";
import { type Reach, reachParameters } from "../load/reach.ts";
import { openWorking } from "../load/working.ts";
import { decide, type HeldDecision } from "../review/decide.ts";
import { findHeld, type HeldThing, listHeld } from "../review/list.ts";
import { NothingHeld } from "../review/nothing-held.ts";
import { readHeld, textOf } from "../review/read-held.ts";

/** What waits for a person within a reach, oldest report first. */
export function heldWithin(home: Home, reach: Reach | null): Promise<{ held: readonly HeldThing[] }> {
  return inStore(home, async (connection) => {
    const within = await inReach(connection, reach);
    return { held: (await listHeld(connection)).filter(({ held }) => within(held)) };
  });
}

/** One thing held, with its words. */
export function showWithin(home: Home, reach: Reach | null, name: string): Promise<HeldThing & { words: string }> {
  return inStore(home, async (connection) => {
    const thing = await known(connection, reach, name);
    return { ...thing, words: textOf(await readHeld(home, thing), thing.column) };
  });
}

/** A person's decision about a thing held. */
export function decideWithin(
  home: Home,
  reach: Reach | null,
  name: string,
  decision: HeldDecision,
  reason: string | null,
): Promise<HeldThing> {
  return inStore(home, async (connection) => {
    await known(connection, reach, name);
    return decide(home, connection, name, decision, reason);
  });
}

/** The thing of that name; one beyond reach is as unknown as one that never was. */
async function known(connection: DuckDBConnection, reach: Reach | null, name: string): Promise<HeldThing> {
  const thing = await findHeld(connection, name);
  if (!thing || !(await inReach(connection, reach))(name))
    throw new NothingHeld(`Nothing held is called ${name}, or it lies outside your countries and projects.`);
  return thing;
}

/**
 * Tells what lies in reach: by the project and country that the report names, and where it names none by all that is
 * known of the collective.
 */
async function inReach(connection: DuckDBConnection, reach: Reach | null): Promise<(held: string) => boolean> {
  if (reach === null) return () => true;
  const found = await all<{ held: string }>(
    connection,
    `WITH placed AS (
       SELECT h.held, h.collective, coalesce(h.project, r.project) AS project,
         coalesce(r.country,
           (SELECT any_value(o.country) FROM observation o WHERE o.collective = h.collective AND o.report = h.report),
           (SELECT any_value(o.country) FROM observation o WHERE o.collective = h.collective),
           (SELECT any_value(o.country) FROM observation o WHERE o.project = coalesce(h.project, r.project))) AS country
       FROM held h JOIN report r USING (report)
     ),
     own AS (
       SELECT collective, bool_and(list_contains($countries::VARCHAR[], country) OR list_contains($projects::VARCHAR[], project)) AS within
       FROM observation GROUP BY collective
     )
     SELECT p.held FROM placed p LEFT JOIN own o USING (collective)
     WHERE coalesce(list_contains($countries::VARCHAR[], p.country), false) OR coalesce(list_contains($projects::VARCHAR[], p.project), false)
       OR (p.country IS NULL AND p.project IS NULL AND coalesce(o.within, false))`,
    reachParameters(reach),
  );
  const names = new Set(found.map(({ held }) => held));
  return (held) => names.has(held);
}

async function inStore<T>(home: Home, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const store = await openWorking(home.working);
  const connection = await store.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    store.close();
  }
}
