import { type DuckDBConnection, type DuckDBPreparedStatement, ResultReturnType } from "@duckdb/node-api";
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from "kysely";
import { knowCountryCode } from "./country-code.ts";
import type { Store } from "./open.ts";
import { rowsOf, type Shape, shapeOf, type Values, valuesOf } from "./rows.ts";
import { fromDuckDB, toDuckDB } from "./values.ts";

/** A store as far as questions need it. */
export type Connecting = Pick<Store, "connect" | "writable">;

/** Connections to one store that answer side by side, as many as are needed and no more than the limit. */
export class PooledDriver implements Driver {
  private readonly store: Connecting;
  private readonly limit: number;
  private readonly idle: PooledConnection[] = [];
  private readonly waiting: ((connection: PooledConnection) => void)[] = [];
  private open = 0;

  constructor(store: Connecting, limit: number) {
    this.store = store;
    this.limit = limit;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PooledConnection> {
    const idle = this.idle.pop();
    if (idle) return idle;
    if (this.open >= this.limit) return new Promise((resolve) => this.waiting.push(resolve));
    this.open += 1;
    try {
      return new PooledConnection(await this.connect(), this.store.writable ? 0 : keptPrepared);
    } catch (error) {
      this.open -= 1;
      throw error;
    }
  }

  private async connect(): Promise<DuckDBConnection> {
    const connection = await this.store.connect();
    try {
      await knowCountryCode(connection);
      return connection;
    } catch (error) {
      connection.closeSync();
      throw error;
    }
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const free = connection as PooledConnection;
    const next = this.waiting.shift();
    if (next) next(free);
    else this.idle.push(free);
  }

  /** What a question gives, column by column, by whichever connection is free first. */
  async values(query: Asked): Promise<Values> {
    const connection = await this.acquireConnection();
    try {
      return await connection.values(query);
    } finally {
      await this.releaseConnection(connection);
    }
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

interface Prepared {
  readonly statement: DuckDBPreparedStatement;
  /** What it gives, once it was asked; of one with parameters, that may depend on them. */
  shape?: Shape;
}

type Asked = Pick<CompiledQuery, "sql" | "parameters">;

/** Questions that a connection to a file that does not change keeps prepared; that which was asked longest ago goes first. */
const keptPrepared = 256;

class PooledConnection implements DatabaseConnection {
  readonly raw: DuckDBConnection;
  private readonly keeps: number;
  private readonly kept = new Map<string, Prepared>();

  constructor(raw: DuckDBConnection, keeps: number) {
    this.raw = raw;
    this.keeps = keeps;
  }

  async executeQuery<Row>(query: Asked): Promise<QueryResult<Row>> {
    const { result, shape } = await this.run(query);
    if (result.returnType === ResultReturnType.CHANGED_ROWS)
      return { rows: [], numAffectedRows: BigInt(result.rowsChanged) };
    if (result.returnType === ResultReturnType.NOTHING) return { rows: [] };
    return { rows: rowsOf(result, shape()) as Row[] };
  }

  async values(query: Asked): Promise<Values> {
    const { result, shape } = await this.run(query);
    return valuesOf(result, shape());
  }

  private async run({ sql, parameters }: Asked) {
    const prepared = await this.prepared(sql);
    prepared.statement.bind(parameters.map(toDuckDB));
    const result = await prepared.statement.run();
    const shape = (): Shape => {
      if (parameters.length > 0) return shapeOf(result);
      prepared.shape ??= shapeOf(result);
      return prepared.shape;
    };
    return { result, shape };
  }

  /**
   * A statement ready to be bound. A question that was asked before is not parsed again, nor planned where it has no parameters:
   * its plan holds for what the tables held then, and so is kept only where they stay as they are.
   */
  private async prepared(text: string): Promise<Prepared> {
    const found = this.kept.get(text);
    if (found) this.kept.delete(text);
    const prepared = found ?? { statement: await this.raw.prepare(text) };
    if (this.keeps === 0 || !/^\s*(select|with)\b/i.test(text)) return prepared;
    this.kept.set(text, prepared);
    for (const [oldest, unused] of this.kept) {
      if (this.kept.size <= this.keeps) break;
      this.kept.delete(oldest);
      unused.statement.destroySync();
    }
    return prepared;
  }

  /** Closes it with what it keeps prepared, which would hold the file open. */
  close(): void {
    for (const { statement } of this.kept.values()) statement.destroySync();
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
