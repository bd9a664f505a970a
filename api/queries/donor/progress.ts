import type { Cell } from "@trama/data/schema";
import type { Db } from "@trama/data/store";
import type { Progress } from "../../contract/index.ts";

const figure = "progress_reached_or_towards";

/** Whether a donor's file has any cell of progress, published or withheld. */
export async function tellsProgress(cells: Db): Promise<boolean> {
  return (await cells.selectFrom("cell").where("figure", "=", figure).select("release").limit(1).execute()).length > 0;
}

/**
 * Progress of a donor's grants as its own file tells it: in two classes, reached or moved towards and other, as bands. A
 * cell that is withheld says so and nothing else.
 */
export async function findDonorProgress(
  cells: Db,
  donor: string,
  { grant, result }: { readonly grant?: string | undefined; readonly result?: readonly string[] | undefined },
): Promise<Progress[]> {
  let select = cells.selectFrom("cell").select(told).where("audience", "=", donor).where("figure", "=", figure);
  if (grant !== undefined) select = select.where("grant_code", "=", grant);
  if (result) select = select.where("result", "in", result);
  return (await select.orderBy("grant_code").orderBy("result").execute()).map(progressOf);
}

/** What is told of a cell of progress; reading the other columns would take as long again. */
const told = [
  ...(["result", "project", "grant_code", "year_from", "year", "status"] as const),
  ...(["n_lo", "n_hi", "k_lo", "k_hi", "interval_lo", "interval_hi", "flags"] as const),
] as const;

function progressOf(row: Pick<Cell, (typeof told)[number]>): Progress {
  const none: [null, null] = [null, null];
  return {
    result: row.result ?? "",
    project: row.project,
    grant: row.grant_code,
    year_from: row.year_from,
    year: row.year,
    status: row.status === "value" ? "value" : "withheld",
    n: [row.n_lo, row.n_hi],
    baseline: none,
    latest: none,
    reached: none,
    moved_towards: none,
    stayed: none,
    moved_away: none,
    reached_or_towards: [row.k_lo, row.k_hi],
    interval: [row.interval_lo, row.interval_hi],
    target: null,
    other_targets: [],
    flags: row.flags,
  };
}
