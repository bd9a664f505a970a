import {
  type DatabaseIntrospector,
  type DatabaseMetadata,
  type Kysely,
  type SchemaMetadata,
  sql,
  type TableMetadata,
} from "kysely";

interface ColumnRow {
  schema: string;
  table: string;
  is_view: boolean;
  column: string;
  type: string;
  nullable: boolean;
  has_default: boolean;
  comment: string | null;
}

/** Lists schemas, tables and columns from DuckDB's own catalogue functions. */
export class DuckDBIntrospector implements DatabaseIntrospector {
  private readonly db: Kysely<unknown>;

  constructor(db: Kysely<unknown>) {
    this.db = db;
  }

  async getSchemas(): Promise<SchemaMetadata[]> {
    return (
      await sql<SchemaMetadata>`select distinct schema_name as name from duckdb_schemas() where not internal`.execute(
        this.db,
      )
    ).rows;
  }

  async getTables(): Promise<TableMetadata[]> {
    const { rows } = await sql<ColumnRow>`
      select c.schema_name as schema, c.table_name as "table", v.view_name is not null as is_view, c.column_name as "column",
             c.data_type as type, c.is_nullable as nullable, c.column_default is not null as has_default, c.comment
      from duckdb_columns() c
      left join duckdb_views() v on v.view_oid = c.table_oid and v.database_oid = c.database_oid
      where not c.internal and c.database_name = current_database()
      order by 1, 2, c.column_index`.execute(this.db);
    const byTable = new Map<string, ColumnRow[]>();
    for (const row of rows) {
      const name = `${row.schema}.${row.table}`;
      byTable.set(name, [...(byTable.get(name) ?? []), row]);
    }
    return [...byTable.values()].map((columns) => tableOf(columns));
  }

  async getMetadata(): Promise<DatabaseMetadata> {
    return { tables: await this.getTables() };
  }
}

function tableOf(columns: ColumnRow[]): TableMetadata {
  const [first] = columns as [ColumnRow];
  return {
    name: first.table,
    schema: first.schema,
    isView: first.is_view,
    columns: columns.map((row) => ({
      name: row.column,
      dataType: row.type,
      isNullable: row.nullable,
      hasDefaultValue: row.has_default,
      isAutoIncrementing: false,
      ...(row.comment === null ? {} : { comment: row.comment }),
    })),
  };
}
