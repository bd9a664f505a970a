import { type Database, type TableName, tables } from "@trama/data/schema";
import { countryCode } from "@trama/data/store";
import {
  CommonTableExpressionNameNode,
  CommonTableExpressionNode,
  createQueryId,
  type Kysely,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  type RawBuilder,
  type RootOperationNode,
  type SchemableIdentifierNode,
  type SelectQueryNode,
  sql,
  WithNode,
} from "kysely";
import type { Manager } from "./principal.ts";

declare const within: unique symbol;

/** Restricted tables of which only what lies in somebody's reach can be seen. Made by `scoped` alone. */
export type ScopedDb = Kysely<Scoped> & { readonly [within]: true };

/** The tables as they are seen: an observation also has the number of its row in the release. */
type Scoped = Omit<Database, "observation"> & { observation: Database["observation"] & { row_id: number } };

/**
 * The only way to a restricted table: every table of a query is replaced by the part of it that lies in the manager's
 * countries and projects. It is compiled into the query as expressions that bear the tables' own names, so neither a
 * filter nor a join nor a fragment of SQL can see past them; what is no plain query is refused.
 */
export function scoped(manager: Manager, db: Kysely<Database>): ScopedDb {
  return db.withPlugin(new ScopePlugin(manager, db)) as never;
}

type Condition = RawBuilder<unknown> | "all" | "none";

/** What of each table lies in reach. A table that is added must be decided about here. */
function conditions({ countries, projects }: Manager): Readonly<Record<TableName, Condition>> {
  const inCountries = oneOf("country", countries.map(written));
  const inProjects = oneOf("project", projects.map(written));
  const either = (inCountries: RawBuilder<unknown>) =>
    projects.length === 0 ? inCountries : countries.length === 0 ? inProjects : sql`(${inCountries} OR ${inProjects})`;
  const own = either(inCountries);
  const ownScores = either(oneOf("country", countries.map(written).map(countryCode)));
  const ownCollectives = sql`(${own} OR collective IN (SELECT collective FROM main.observation WHERE ${own}))`;
  const ownProjects = sql`project IN (SELECT project FROM main.project WHERE ${own})`;
  // A file that speaks of several projects has none of its own; who has rows in it may know where they came from.
  const reportOfOwn = sql`(${own} OR (country IS NULL AND project IS NULL
    AND report IN (SELECT report FROM main.observation WHERE ${own})))`;
  return {
    release: "all",
    country: "all",
    framework_item: "all",
    dimension_member: "all",
    report: reportOfOwn,
    project: own,
    funding: own,
    target: own,
    collective: ownCollectives,
    observation: own,
    spatial_territorial_result: own,
    interaction_network_result: own,
    year_score: ownScores,
    year_trait: inCountries,
    progress: own,
    action: own,
    tie: own,
    pressure: own,
    outcome_statement: own,
    clearance: own,
    cleared_outcome_statement: "none",
    published_result: inCountries,
    published_activity: inCountries,
    published_dimension: sql`(report, activity) IN (SELECT (report, activity) FROM main.published_activity WHERE ${inCountries})`,
    rejection: sql`report IN (SELECT report FROM main.report WHERE ${own})`,
    narrative: sql`(${inProjects} OR ${ownProjects})`,
    cell: own,
    held: "none",
    review: "none",
    store_version: "none",
    observation_row: "none",
    observation_collective: "none",
    observation_about: "none",
    rejection_row: "none",
    rejection_about: "none",
    cell_history: "none",
  };
}

/** Tables that a release's restricted file has not: they are never there to be seen. */
const absent = new Set<TableName>([
  "held",
  "review",
  "store_version",
  "cell_history",
  "cleared_outcome_statement",
  "observation_row",
  "observation_collective",
  "observation_about",
  "rejection_row",
  "rejection_about",
]);

/** Codes that can stand in a statement as they are: nothing in them could end a text. */
const plainCode = /^[A-Za-z0-9_.-]+$/;

/** Plain codes are written out: DuckDB plans a statement with parameters anew each time, one without them once. */
function written(code: string): RawBuilder<unknown> {
  return plainCode.test(code) ? sql.lit(code) : sql.val(code);
}

function oneOf(column: string, codes: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return codes.length === 0 ? sql`false` : sql`${sql.ref(column)} IN (${sql.join(codes)})`;
}

/** Tables that there are, and how a statement's text names them. */
const named = (Object.keys(tables) as TableName[])
  .filter((table) => !absent.has(table))
  .map((table) => ({ table, name: new RegExp(`\\b${table}\\b`, "i") }));

class ScopePlugin implements KyselyPlugin {
  private readonly conditions: ReturnType<typeof conditions>;
  private readonly db: Kysely<Database>;
  private readonly parts = new Map<TableName, CommonTableExpressionNode>();
  private readonly scope = new Set<OperationNode>();
  private readonly check = new OwnNamesOnly(this.scope);

  constructor(manager: Manager, db: Kysely<Database>) {
    this.conditions = conditions(manager);
    this.db = db;
  }

  /** What of a table lies in reach, as an expression that bears its name. */
  private partOf(table: TableName): CommonTableExpressionNode {
    const known = this.parts.get(table);
    if (known) return known;
    const condition = this.conditions[table];
    const whole = this.db.selectFrom(`main.${table}` as TableName).selectAll();
    const numbered = table === "observation" ? whole.select(sql`rowid`.as("row_id")) : whole;
    const reached =
      condition === "all"
        ? numbered
        : numbered.where(condition === "none" ? sql<boolean>`false` : (condition as RawBuilder<boolean>));
    const name = CommonTableExpressionNameNode.create(table);
    const part = { ...CommonTableExpressionNode.create(name, reached.toOperationNode()), materialized: false };
    this.parts.set(table, part);
    this.scope.add(part);
    return part;
  }

  transformQuery({ node }: { readonly node: RootOperationNode }): RootOperationNode {
    if (node.kind !== "SelectQueryNode") throw new Error(`A scoped database answers queries only, no ${node.kind}.`);
    const asked = this.check.transformNode(node) as SelectQueryNode;
    // A table whose name is nowhere in the statement is not read by it, and DuckDB need not hear of its part.
    const { sql: text } = this.db.getExecutor().compileQuery(asked, createQueryId());
    const parts = named.flatMap(({ table, name }) => (name.test(text) ? [this.partOf(table)] : []));
    const [first, ...others] = [...parts, ...(asked.with?.expressions ?? [])];
    if (!first) return asked;
    const all = others.reduce(
      (joined, expression) => WithNode.cloneWithExpression(joined, expression),
      WithNode.create(first),
    );
    return { ...asked, with: all };
  }

  async transformResult<Result>({ result }: { readonly result: Result }): Promise<Result> {
    return result;
  }
}

/** Refuses what names a table by its place instead of by its name, which would see past the scope. */
class OwnNamesOnly extends OperationNodeTransformer {
  /** The scope's own expressions, which a query inside another bears already. */
  private readonly scope: ReadonlySet<OperationNode>;

  constructor(scope: ReadonlySet<OperationNode>) {
    super();
    this.scope = scope;
  }

  protected override transformSchemableIdentifier(node: SchemableIdentifierNode): SchemableIdentifierNode {
    if (node.schema) throw new Error(`A scoped query names tables without ${node.schema.name}.`);
    return super.transformSchemableIdentifier(node);
  }

  protected override transformNodeImpl<T extends OperationNode>(node: T): T {
    if (this.scope.has(node)) return node;
    if (node.kind === "RawNode") {
      const text = (node as unknown as { readonly sqlFragments: readonly string[] }).sqlFragments.join("?");
      if (
        /\b(main|restricted|temp|system|pg_catalog|information_schema|duckdb_\w+|pragma\w*|read_\w+|query(_table)?)"?\s*[.(]/i.test(
          text,
        )
      )
        throw new Error("A scoped query has a fragment that could see past its scope.");
    }
    return super.transformNodeImpl(node);
  }
}
