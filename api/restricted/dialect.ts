import type { Database } from "@trama/data/schema";
import { DuckDBDialect } from "@trama/data/store";
import { type CompiledQuery, type DatabaseConnection, type Driver, Kysely, type QueryResult } from "kysely";
import type { ReadingProcess } from "./process.ts";

/** Compiles questions here and has them answered by a reading process, from one file. */
export function remoteDatabase(reading: ReadingProcess, file: string, sha256: string): Kysely<Database> {
  return new Kysely<Database>({ dialect: new RemoteDialect(reading, file, sha256) });
}

class RemoteDialect extends DuckDBDialect {
  private readonly ask: (query: CompiledQuery) => Promise<readonly unknown[]>;

  constructor(reading: ReadingProcess, file: string, sha256: string) {
    const connect = () => {
      throw new Error("Restricted files are opened by the reading process alone.");
    };
    super({ connect, writable: false }, 1);
    this.ask = ({ sql, parameters }) => reading.ask({ file, sha256, sql, parameters });
  }

  override createDriver(): Driver {
    const connection: DatabaseConnection = {
      executeQuery: async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => ({
        rows: (await this.ask(query)) as Row[],
      }),
      // biome-ignore lint/correctness/useYield: there is nothing to stream over messages
      streamQuery: async function* () {
        throw new Error("Restricted answers are not streamed.");
      },
    };
    const refused = async () => {
      throw new Error("Restricted files are read, never changed.");
    };
    return {
      init: async () => {},
      acquireConnection: async () => connection,
      releaseConnection: async () => {},
      beginTransaction: refused,
      commitTransaction: refused,
      rollbackTransaction: refused,
      destroy: async () => {},
    };
  }
}
