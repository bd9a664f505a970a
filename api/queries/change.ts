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
  const [alone, after, before] = (await Promise.all(
    groups(from, to).map((group) => published(group, result, wanted)),
  )) as [PublishedCell[], PublishedCell[], PublishedCell[]];
  const places = new Map<string, Told>();
  const toldOf = ({ cell }: PublishedCell) => {
    const key = `${cell.result}|${cell.region}|${cell.country}`;
    let told = places.get(key);
    if (!told) {
      told = { of: cell, first: undefined, second: undefined, before: undefined, after: undefined };
      places.set(key, told);
    }
    return told;
  };
  for (const each of alone) toldOf(each)[each.cell.year === from ? "first" : "second"] = each.cell;
  for (const each of after) if (each.cell.status === "value") toldOf(each).after = each.cell;
  for (const each of before) if (each.cell.status === "value") toldOf(each).before = each.cell;
  return [...places.keys()].sort().map((key) => changeOf(places.get(key) as Told, from, to));
}

const groups = (from: number, to: number) =>
  [
    { figure: "in_place", presence: "all", types: "all", time: [from, to] },
    { figure: "in_place", presence: "stayers", types: "all", time: [to, to] },
    { figure: "in_place_before", presence: "stayers", types: "all", time: [to, to] },
  ] as const;

/** What is published of a result in a place: of all collectives in either year, and of those scored in both. */
interface Told {
  readonly of: Cell;
  first: Cell | undefined;
  second: Cell | undefined;
  before: Cell | undefined;
  after: Cell | undefined;
}

function changeOf({ of, first, second, before, after }: Told, from: number, to: number): Change {
  const { result, country, region } = of;
  const crude: Change["crude"] = [middleOf(first), middleOf(second)];
  if (!before || !after) {
    const operated = first && second && first.status !== "no-data" && second.status !== "no-data";
    return { ...untold, result, country, region, from, to, status: operated ? "withheld" : "no-data", crude };
  }
  const [least, most] = [
    (after.share[0] as number) - (before.share[1] as number),
    (after.share[1] as number) - (before.share[0] as number),
  ];
  return {
    ...untold,
    ...{ result, country, region, from, to, status: "value", crude },
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

const none: [null, null] = [null, null];
/** A change of which nothing is told, in the order in which a change is written. */
const untold: Change = {
  ...{ result: "", country: null, region: null, from: 0, to: 0, status: "withheld", crude: none },
  ...{ n: none, before: none, after: none, change: null, interval: none, gained: null, lost: null, p: null },
  ...{ joined: null, left: null, started: null, stopped: null, flags: [] },
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
