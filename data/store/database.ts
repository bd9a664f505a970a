import { Kysely } from "kysely";
import type { Database } from "../schema/index.ts";
import { DuckDBDialect } from "./dialect.ts";
import type { Store } from "./open.ts";

export type Db = Kysely<Database>;

/** Typed queries over an open store; `connections` bounds how many run side by side. */
export function database(store: Store, connections = 4): Db {
  return new Kysely<Database>({ dialect: new DuckDBDialect(store, connections) });
}
