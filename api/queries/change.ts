import type { Cell, Change, ChangeQuery } from "../contract/index.ts";
import { isWithin } from "./places.ts";
import type { PublishedCell, PublishedCells } from "./published-cells.ts";

/**
 * The matched change between two years, made of published cells alone. Both shares are bands, so the change is known to
 * lie between two ends (`interval`); exact counts of who gained and lost, tests and the parts that joiners and leavers
 * make belong to the restricted side and are null.
 */
export async function findChanges(
  published: PublishedCells,
  { from, to, by, result, region, country }: ChangeQuery,
): Promise<Change[]> {
  const wanted = ({ cell, year_from, formality, setting, panel }: PublishedCell) =>
    (year_from === null ? cell.year === from || cell.year === to : year_from === from && cell.year === to) &&
    formality === null &&
    setting === null &&
    panel === null &&
    isWithin(cell, { by, region, country });
  const found = await Promise.all(groups.map((group) => published(group, result, wanted)));
  const byPlace = new Map<string, PublishedCell[]>();
  for (const each of found.flat()) {
    const { cell } = each;
    const key = [cell.result, cell.region, cell.country].join("|");
    const group = byPlace.get(key);
    if (group) group.push(each);
    else byPlace.set(key, [each]);
  }
  return [...byPlace.keys()].sort().map((key) => changeOf(byPlace.get(key) as PublishedCell[], from, to));
}

const groups = (
  [
    ["in_place", "all"],
    ["in_place", "stayers"],
    ["in_place_before", "stayers"],
  ] as const
).map(([figure, presence]) => ({ figure, presence, types: "all" }) as const);

function changeOf(cells: readonly PublishedCell[], from: number, to: number): Change {
  const [{ cell }] = cells as [PublishedCell];
  const { result, country, region } = cell;
  const find = (figure: string) =>
    cells.find((one) => one.year_from === from && one.figure === figure && one.cell.status === "value")?.cell;
  const crudeOf = (year: number) =>
    cells.find((one) => one.year_from === null && one.cell.year === year && one.figure === "in_place")?.cell;
  const [first, second] = [crudeOf(from), crudeOf(to)];
  const before = find("in_place_before");
  const after = find("in_place");
  const base = {
    ...{ result, country, region, from, to },
    crude: [middleOf(first), middleOf(second)] as [number | null, number | null],
  };
  const operated =
    first?.status !== "no-data" && second?.status !== "no-data" && first !== undefined && second !== undefined;
  if (!before || !after) return { ...base, ...nothing, status: operated ? "withheld" : "no-data" };
  const [least, most] = [
    (after.share[0] as number) - (before.share[1] as number),
    (after.share[1] as number) - (before.share[0] as number),
  ];
  return {
    ...base,
    ...nothing,
    status: "value",
    n: before.n,
    before: before.share,
    after: after.share,
    change: (least + most) / 2,
    interval: [least, most],
    flags: [
      ...((before.n[0] as number) < 10 ? ["small-n"] : []),
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
function middleOf(cell: Cell | undefined): number | null {
  const [lo, hi] = cell?.share ?? [null, null];
  return lo === null || hi === null ? null : (lo + hi) / 2;
}

function overlap(first: Cell | undefined, second: Cell | undefined): boolean {
  const [[from, to], [other, end]] = [first?.interval ?? [null, null], second?.interval ?? [null, null]];
  if (from === null || to === null || other === null || end === null) return false;
  return from <= end && other <= to;
}
