import type { Cell } from "@trama/data/schema";
import { exactMcnemar, pairedChange, whyItMoved } from "@trama/data/statistics";
import type { Db } from "@trama/data/store";
import type { Change, ChangeQuery } from "../contract/index.ts";

/**
 * The matched change between two years and why the crude figure moved, made of published cells alone: where a part is not
 * published, it is null.
 */
export async function findChanges(db: Db, { from, to, by, result, region, country }: ChangeQuery): Promise<Change[]> {
  let select = db
    .selectFrom("cell")
    .selectAll()
    .where("audience", "=", "open")
    .where("type", "is", null)
    .where("formality", "is", null)
    .where("setting", "is", null)
    .where("panel", "is", null)
    .where("figure", "<>", "distribution")
    .where("country", by === "country" ? "is not" : "is", null)
    .where("region", by === "world" ? "is" : "is not", null)
    .where((where) =>
      where.or([
        where.and([where("year_from", "=", from), where("year", "=", to)]),
        where.and([where("year_from", "is", null), where("year", "in", [from, to])]),
      ]),
    );
  if (result) select = select.where("result", "in", result);
  if (region) select = select.where("region", "in", region);
  if (country) select = select.where("country", "in", country);
  const rows = await select.execute();
  const groups = new Map<string, Cell[]>();
  for (const row of rows) {
    const key = [row.result, row.region, row.country].join("|");
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.keys()].sort().map((key) => changeOf(groups.get(key) as Cell[], from, to));
}

function changeOf(cells: readonly Cell[], from: number, to: number): Change {
  const [{ result, country, region }] = cells as [Cell];
  const find = (figure: string, presence: string) =>
    cells.find(
      (cell) =>
        cell.year_from === from && cell.figure === figure && cell.presence === presence && cell.status === "value",
    );
  const crudeOf = (year: number) =>
    cells.find((cell) => cell.year_from === null && cell.year === year && cell.figure === "in_place");
  const [first, second] = [crudeOf(from), crudeOf(to)];
  const [before, after, gained, lost] = [
    find("in_place_before", "stayers"),
    find("in_place", "stayers"),
    find("gained", "stayers"),
    find("lost", "stayers"),
  ];
  const base = {
    result: result as string,
    country,
    region,
    from,
    to,
    crude: [first?.share_lo ?? null, second?.share_lo ?? null] as [number | null, number | null],
  };
  const operated =
    first?.status !== "no-data" && second?.status !== "no-data" && first !== undefined && second !== undefined;
  if (!before || !after || !gained || !lost) return { ...base, ...nothing, status: operated ? "withheld" : "no-data" };

  const n = before.n_lo as number;
  const [a1, a2, up, down] = [before, after, gained, lost].map(({ k_lo }) => k_lo as number) as [
    number,
    number,
    number,
    number,
  ];
  const paired = pairedChange([a1 - down, down, up, n - a1 - up]);
  const test = exactMcnemar(up, down);
  return {
    ...base,
    status: "value",
    n: [n, n],
    before: [before.share_lo, before.share_hi],
    after: [after.share_lo, after.share_hi],
    change: (a2 - a1) / n,
    interval: paired.kind === "value" ? [paired.lower, paired.upper] : [null, null],
    gained: up,
    lost: down,
    p: test.p,
    ...parts(find, n, a1, a2),
    flags: [
      ...(n < 10 ? ["small-n"] : []),
      ...(test.canBeSignificant ? [] : ["few-movers"]),
      ...(second?.flags ?? []).filter((flag) => flag === "changed-set"),
      ...(overlap(first, second) ? ["overlapping-intervals"] : []),
    ],
  };
}

const nothing = {
  n: [null, null] as [null, null],
  before: [null, null] as [null, null],
  after: [null, null] as [null, null],
  change: null,
  interval: [null, null] as [null, null],
  gained: null,
  lost: null,
  p: null,
  joined: null,
  left: null,
  started: null,
  stopped: null,
  flags: [] as string[],
};

/** The parts of the crude change that are no change in collectives; null where a group is not published. */
function parts(find: (figure: string, presence: string) => Cell | undefined, n: number, before: number, after: number) {
  const groups = [
    find("in_place", "joiners"),
    find("in_place_before", "leavers"),
    find("scoring_started", "stayers"),
    find("scoring_stopped", "stayers"),
  ];
  if (groups.some((group) => group === undefined)) return { joined: null, left: null, started: null, stopped: null };
  const [joiners, leavers, started, stopped] = groups.map((cell) => ({
    n: cell?.n_lo as number,
    k: cell?.k_lo as number,
  })) as [Share, Share, Share, Share];
  const why = whyItMoved({ stayers: { n, before, after }, joiners, leavers, started, stopped });
  if (why.kind === "refused") return { joined: null, left: null, started: null, stopped: null };
  return { joined: why.joined, left: why.left, started: why.started, stopped: why.stopped };
}

interface Share {
  readonly n: number;
  readonly k: number;
}

function overlap(first: Cell | undefined, second: Cell | undefined): boolean {
  if (
    first?.interval_lo == null ||
    first.interval_hi == null ||
    second?.interval_lo == null ||
    second.interval_hi == null
  )
    return false;
  return first.interval_lo <= second.interval_hi && second.interval_lo <= first.interval_hi;
}
