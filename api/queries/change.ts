import type { Cell } from "@trama/data/schema";
import type { Db } from "@trama/data/store";
import type { Change, ChangeQuery } from "../contract/index.ts";

const answered = [
  ...(["result", "country", "region", "year_from", "year", "figure", "status"] as const),
  ...(["n_lo", "n_hi", "share_lo", "share_hi", "interval_lo", "interval_hi"] as const),
] as const;
type Answered = Pick<Cell, (typeof answered)[number]>;

/**
 * The matched change between two years, made of published cells alone. Both shares are bands, so the change is known to
 * lie between two ends (`interval`); exact counts of who gained and lost, tests and the parts that joiners and leavers
 * make belong to the restricted side and are null.
 */
export async function findChanges(db: Db, { from, to, by, result, region, country }: ChangeQuery): Promise<Change[]> {
  let select = db
    .selectFrom("cell")
    .select(answered)
    .where("audience", "=", "open")
    .where("type", "is", null)
    .where("formality", "is", null)
    .where("setting", "is", null)
    .where("panel", "is", null)
    .where("figure", "in", ["in_place", "in_place_before"])
    .where("presence", "in", ["all", "stayers"])
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
  const groups = new Map<string, Answered[]>();
  for (const row of rows) {
    const key = [row.result, row.region, row.country].join("|");
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.keys()].sort().map((key) => changeOf(groups.get(key) as Answered[], from, to));
}

function changeOf(cells: readonly Answered[], from: number, to: number): Change {
  const [{ result, country, region }] = cells as [Answered];
  const find = (figure: string) =>
    cells.find((cell) => cell.year_from === from && cell.figure === figure && cell.status === "value");
  const crudeOf = (year: number) =>
    cells.find((cell) => cell.year_from === null && cell.year === year && cell.figure === "in_place");
  const [first, second] = [crudeOf(from), crudeOf(to)];
  const before = find("in_place_before");
  const after = find("in_place");
  const base = {
    result: result as string,
    country,
    region,
    from,
    to,
    crude: [middleOf(first), middleOf(second)] as [number | null, number | null],
  };
  const operated =
    first?.status !== "no-data" && second?.status !== "no-data" && first !== undefined && second !== undefined;
  if (!before || !after) return { ...base, ...nothing, status: operated ? "withheld" : "no-data" };
  const [least, most] = [
    (after.share_lo as number) - (before.share_hi as number),
    (after.share_hi as number) - (before.share_lo as number),
  ];
  return {
    ...base,
    ...nothing,
    status: "value",
    n: [before.n_lo, before.n_hi],
    before: [before.share_lo, before.share_hi],
    after: [after.share_lo, after.share_hi],
    change: (least + most) / 2,
    interval: [least, most],
    flags: [
      ...((before.n_lo as number) < 10 ? ["small-n"] : []),
      ...(least <= 0 && most >= 0 ? ["direction-uncertain"] : []),
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

/** The middle of a published band of shares. */
function middleOf(cell: Answered | undefined): number | null {
  return cell?.share_lo == null || cell.share_hi == null ? null : (cell.share_lo + cell.share_hi) / 2;
}

function overlap(first: Answered | undefined, second: Answered | undefined): boolean {
  if (
    first?.interval_lo == null ||
    first.interval_hi == null ||
    second?.interval_lo == null ||
    second.interval_hi == null
  )
    return false;
  return first.interval_lo <= second.interval_hi && second.interval_lo <= first.interval_hi;
}
