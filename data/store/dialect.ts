import {
  type DatabaseIntrospector,
  DefaultQueryCompiler,
  type Dialect,
  DialectAdapterBase,
  type Driver,
  type Kysely,
} from "kysely";
import { DuckDBIntrospector } from "./introspector.ts";
import { type Connecting, PooledDriver } from "./pool.ts";

/**
 * Kysely over DuckDB's node binding. Statements are prepared, so a second statement in one string is refused; a pool of
 * connections serves reads side by side. Why our own: docs/decisions/0002-kysely-dialect.md.
 */
export class DuckDBDialect implements Dialect {
  private readonly store: Connecting;
  private readonly connections: number;

  constructor(store: Connecting, connections: number) {
    this.store = store;
    this.connections = connections;
  }

  createDriver(): Driver {
    return new PooledDriver(this.store, this.connections);
  }
  createQueryCompiler(): DuckDBCompiler {
    return new DuckDBCompiler();
  }
  createAdapter(): DuckDBAdapter {
    return new DuckDBAdapter();
  }
  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new DuckDBIntrospector(db);
  }
}

class DuckDBCompiler extends DefaultQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return `$${this.numParameters}`;
  }
}

class DuckDBAdapter extends DialectAdapterBase {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
  override get supportsReturning(): boolean {
    return true;
  }
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}
