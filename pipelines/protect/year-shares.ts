import type { Band } from "@trama/data/statistics";
import { protectShares, type ScoreAtom, type ShareCell } from "./attributes.ts";
import { followedAtLeast, scoredBand, shareBand } from "./bands.ts";
import { forDistribution, forMatched } from "./limits.ts";
import { lies, rankOf, type Slot, slotName } from "./places.ts";
import type { Unit } from "./units.ts";
import type { YearCounts } from "./year-counts.ts";

/** Bands of one public figure of a result: of n, and of k or of each of the three classes. */
export interface PublicShare {
  readonly n: Band;
  readonly k: readonly Band[];
}

/** Which figure: the share in place, the same for those followed from the year before or to the year after, the classes. */
export type ShareFigure = "in_place" | "from_before" | "to_after" | "distribution";

/** A year between its neighbours. */
export interface Years {
  readonly before: YearCounts | undefined;
  readonly now: YearCounts;
  readonly after: YearCounts | undefined;
}

/** Figures kept, by the name of figure and slot, and how many the attribute repair had to choose from. */
export interface YearShares {
  readonly kept: ReadonlyMap<string, PublicShare>;
  readonly candidates: number;
}

interface Member extends Unit {
  readonly score: number;
  readonly pre: boolean;
  readonly post: boolean;
}

/**
 * The shares of one result and year that can be published. Atoms are country × type × scored the year before × scored
 * the year after, so that shares of all, of types and of those followed are protected together.
 */
export async function yearShares(result: string, units: readonly Unit[], years: Years): Promise<YearShares> {
  const scored = (unit: Unit | undefined) => typeof unit?.filed.get(result)?.score === "number";
  const members = units.flatMap((unit): Member[] => {
    const score = unit.filed.get(result)?.score;
    if (typeof score !== "number") return [];
    return [{ ...unit, score, pre: scored(unit.previous), post: scored(unit.next) }];
  });
  const atoms = atomsOf(members);
  const found = new Map<string, { cell: ShareCell; figure: PublicShare }>();
  const add = (figure: ShareFigure, slot: Slot, rank: number, n: Band, inside: (one: Member) => boolean) => {
    const those = members.filter((one) => lies(one, slot) && inside(one));
    const at = atoms.flatMap((atom, index) => (lies(atom.of, slot) && inside(atom.of) ? [index] : []));
    const band = (from: number, to: number) =>
      shareBand(those.filter(({ score }) => score >= from && score <= to).length, those.length, n[1]);
    const name = shareName(figure, slot);
    if (figure !== "distribution") {
      const k = band(3, 4);
      const row = { atoms: at, of: "high", lo: k[0], hi: k[1] } as const;
      found.set(name, { cell: { name, rank, size: those.length, rows: [row] }, figure: { n, k: [k] } });
      return;
    }
    const [low, middle, high] = [band(0, 1), band(2, 2), band(3, 4)] as [Band, Band, Band];
    const rows = [
      { atoms: at, of: "low", lo: low[0], hi: low[1] },
      { atoms: at, of: "not-middle", lo: those.length - middle[1], hi: those.length - middle[0] },
    ] as const;
    found.set(name, { cell: { name, rank, size: those.length, rows }, figure: { n, k: [low, middle, high] } });
  };
  for (const { slot, count } of years.now.published.values()) {
    if (slot.funder !== null) continue;
    const m = members.filter((one) => lies(one, slot)).length;
    const n = scoredBand(m, count);
    if (!n) continue;
    add("in_place", slot, rankOf(slot), n, () => true);
    if (slot.type !== null) continue;
    if (n[0] >= forDistribution) add("distribution", slot, 8 + rankOf(slot), n, () => true);
    for (const [figure, year, side] of [
      ["from_before", years.before, "pre"],
      ["to_after", years.after, "post"],
    ] as const) {
      const other = year?.published.get(slotName(slot));
      const stayers = members.filter((one) => lies(one, slot) && one[side]).length;
      const least = other && followedAtLeast(stayers, count, other.count);
      if (!other || least === undefined || stayers < forMatched) continue;
      add(figure, slot, 6 + rankOf(slot), [least, Math.min(count, other.count)], (one) => one[side]);
    }
  }
  const cells = [...found.values()].map(({ cell }) => cell);
  const withClasses = cells.some(({ rows }) => rows.length > 1);
  const kept = await protectShares({
    atoms,
    cells,
    groups: groupsOf(atoms, years.now.slots),
    classes: withClasses ? ["high", "low", "not-middle"] : ["high"],
  });
  const names = new Set(kept.map(({ name }) => name));
  const figures = kept.map(({ name }) => [name, found.get(name)!.figure] as const);
  return {
    kept: new Map(figures.filter(([name]) => wholeWith(name, names))),
    candidates: cells.length,
  };
}

/** Name of a figure in a slot. */
export function shareName(figure: ShareFigure, slot: Slot): string {
  return `${figure}:${slotName(slot)}`;
}

/** A distribution stands only beside the share whose third class it repeats. */
function wholeWith(name: string, names: ReadonlySet<string>): boolean {
  return !name.startsWith("distribution:") || names.has(name.replace("distribution:", "in_place:"));
}

type AtomOf = Pick<Member, "country" | "region" | "type" | "funders" | "grants" | "pre" | "post">;

function atomsOf(members: readonly Member[]): (ScoreAtom & { of: Member })[] {
  const groups = new Map<string, Member[]>();
  for (const one of members) {
    const key = [one.country, one.type, one.pre, one.post].join("|");
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => ({
    country: group[0]!.country,
    of: group[0]!,
    scored: group.length,
    high: group.filter(({ score }) => score >= 3).length,
    low: group.filter(({ score }) => score <= 1).length,
  }));
}

/** Every slot of the cube, and those who joined, stayed or left in each place. */
function groupsOf(atoms: readonly { of: AtomOf }[], slots: readonly Slot[]) {
  const parts: readonly (readonly [string, (one: AtomOf) => boolean])[] = [
    ["", () => true],
    [" stayed", ({ pre }) => pre],
    [" joined", ({ pre }) => !pre],
    [" stays", ({ post }) => post],
    [" leaves", ({ post }) => !post],
  ];
  return slots.flatMap((slot) =>
    (slot.type === null ? parts : parts.slice(0, 1)).map(([part, inside]) => ({
      name: slotName(slot) + part,
      atoms: atoms.flatMap(({ of }, at) => (lies(of, slot) && inside(of) ? [at] : [])),
    })),
  );
}
