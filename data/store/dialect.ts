import type { DuckDBConnection, DuckDBPreparedStatement } from "@duckdb/node-api";
import { ResultReturnType } from "@duckdb/node-api";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  DefaultQueryCompiler,
  type Dialect,
  DialectAdapterBase,
  type Driver,
  type Kysely,
  type QueryResult,
} from "kysely";
import { DuckDBIntrospector } from "./introspector.ts";
import { rowsOf } from "./rows.ts";
import { fromDuckDB, toDuckDB } from "./values.ts";

/**
 * Kysely over DuckDB's node binding. Statements are prepared, so a second statement in one string is refused; a pool of
 * connections serves reads side by side. Why our own: docs/decisions/0002-kysely-dialect.md.
 */
export class DuckDBDialect implements Dialect {
  private readonly connect: () => Promise<DuckDBConnection>;
  private readonly connections: number;

  constructor(options: { connect: () => Promise<DuckDBConnection>; connections?: number }) {
    this.connect = options.connect;
    this.connections = options.connections ?? 4;
  }

  createDriver(): Driver {
    return new PooledDriver(this.connect, this.connections);
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

class PooledDriver implements Driver {
  private readonly connect: () => Promise<DuckDBConnection>;
  private readonly limit: number;
  private readonly idle: PooledConnection[] = [];
  private readonly waiting: ((connection: PooledConnection) => void)[] = [];
  private open = 0;

  constructor(connect: () => Promise<DuckDBConnection>, limit: number) {
    this.connect = connect;
    this.limit = limit;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PooledConnection> {
    const idle = this.idle.pop();
    if (idle) return idle;
    if (this.open >= this.limit) return new Promise((resolve) => this.waiting.push(resolve));
    this.open += 1;
    try {
      return new PooledConnection(await this.connect());
    } catch (error) {
      this.open -= 1;
      throw error;
    }
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const free = connection as PooledConnection;
    const next = this.waiting.shift();
    if (next) next(free);
    else this.idle.push(free);
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as PooledConnection).raw.run("begin transaction");
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as PooledConnection).raw.run("commit");
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as PooledConnection).raw.run("rollback");
  }

  async destroy(): Promise<void> {
    for (const connection of this.idle.splice(0)) connection.close();
    this.open = 0;
  }
}

/** Questions that a connection keeps prepared; that which was asked longest ago goes first. */
const keptPrepared = 64;

class PooledConnection implements DatabaseConnection {
  readonly raw: DuckDBConnection;
  private readonly kept = new Map<string, DuckDBPreparedStatement>();

  constructor(raw: DuckDBConnection) {
    this.raw = raw;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const statement = await this.prepared(query.sql);
    statement.bind(query.parameters.map(toDuckDB));
    const result = await statement.run();
    if (result.returnType === ResultReturnType.CHANGED_ROWS)
      return { rows: [], numAffectedRows: BigInt(result.rowsChanged) };
    if (result.returnType === ResultReturnType.NOTHING) return { rows: [] };
    return { rows: rowsOf(result) as Row[] };
  }

  /** A statement ready to be bound; a question that was asked before is not parsed again. */
  private async prepared(text: string): Promise<DuckDBPreparedStatement> {
    const found = this.kept.get(text);
    if (found) this.kept.delete(text);
    const statement = found ?? (await this.raw.prepare(text));
    if (!/^\s*(select|with)\b/i.test(text)) return statement;
    this.kept.set(text, statement);
    for (const [oldest, unused] of this.kept) {
      if (this.kept.size <= keptPrepared) break;
      this.kept.delete(oldest);
      unused.destroySync();
    }
    return statement;
  }

  /** Closes it with what it keeps prepared, which would hold the file open. */
  close(): void {
    for (const statement of this.kept.values()) statement.destroySync();
    this.kept.clear();
    this.raw.closeSync();
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    const result = await this.raw.stream(query.sql, query.parameters.map(toDuckDB));
    for await (const rows of result.yieldRowObjects()) yield { rows: rows.map(plainRow) as Row[] };
  }
}

function plainRow(row: Record<string, unknown>): Record<string, unknown> {
  for (const name in row) row[name] = fromDuckDB(row[name] as never);
  return row;
}
