import type { Band } from "@trama/data/statistics";
import { followedAtLeast, scoredBand, scoredOfBand, shareBand } from "./bands.ts";
import { certaintiesOf } from "./certainties.ts";
import { choose } from "./certainty.ts";
import { forDistribution, forMatched, minimum } from "./limits.ts";
import { donorSlots, finest, lies, meet, openSlots, rankOf, type Slot, slotName } from "./places.ts";
import { type ScoreAtom, type ScoreClass, type Scored, scoreAtoms } from "./score-atoms.ts";
import { scoreColumns } from "./score-columns.ts";
import { type Doubt, onlookersOf, type Row, sumIn } from "./system.ts";
import type { YearLives } from "./versions.ts";
import type { Reading, YearCounts } from "./year-counts.ts";

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

/** A result, whose every figure is sought; or a trait, whose share is sought by place, of all types together. */
export interface Sought {
  readonly code: string;
  readonly kind: "result" | "trait";
}

/** A share that retained releases show, and of which versions it is true. */
export interface ShareBefore extends PublicShare {
  readonly figure: ShareFigure;
  readonly slot: Slot;
  readonly versions: readonly number[];
  /** Whether the latest release shows it. */
  readonly latest: boolean;
}

/** Figures kept, by the name of figure and slot; how many had enough scores to be sought, and how many of these are shown. */
export interface YearShares {
  readonly kept: ReadonlyMap<string, PublicShare>;
  readonly candidates: number;
  readonly published: number;
  readonly lost: readonly string[];
}

interface Candidate extends PublicShare {
  readonly figure: ShareFigure;
  readonly slot: Slot;
  readonly name: string;
  readonly rank: number;
  readonly size: number;
}

/**
 * The shares of one result, or trait, and year that can be published, the open cube's and every donor's together, linked with what
 * retained releases show. Atoms are country × type × projects, donors and grants × scored the year before × scored the
 * year after, in every release, and whether a release restated the score; so that nobody becomes certain that all or
 * none of a group have the result in place (or score 0-1, or 2): neither a reader who knows how many are scored where
 * and pools what donors are told, nor the manager of a country or a project, who knows its scores.
 */
export async function yearShares(
  { code, kind }: Sought,
  { lives, versions }: YearLives,
  years: Years,
  types: readonly string[],
  earlier: readonly ShareBefore[] = [],
): Promise<YearShares> {
  const now = versions - 1;
  const { atoms, kin } = scoreAtoms(code, lives);
  const counted = (test: (life: ScoreAtom["life"]) => boolean) =>
    kin.reduce((sum, { life, count }) => (test(life) ? sum + count : sum), 0);
  const part = (figure: ShareFigure) => (one: Scored) =>
    figure === "from_before" ? one.pre : figure === "to_after" ? one.post : true;
  const within = (slot: Slot, version: number, figure: ShareFigure = "in_place") => {
    const inside = part(figure);
    return (life: readonly (Scored | undefined)[]) => {
      const one = life[version];
      return one !== undefined && lies(one, slot) && inside(one);
    };
  };
  const touched = (slot: Slot, figure: ShareFigure, version: number) => {
    const [was, is] = [within(slot, version, figure), within(slot, now, figure)];
    return counted((life) => was(life) !== is(life) || (is(life) && life[version]?.of !== life[now]?.of));
  };

  const most = Math.max(0, ...[...years.now.published.values()].map(({ n }) => n[1]));
  const withClasses =
    (kind === "result" && most >= forDistribution) || earlier.some(({ figure }) => figure === "distribution");
  const table = scoreColumns(atoms, withClasses);
  const rowsOf = ({ figure, slot, k }: Omit<ShareBefore, "latest" | "versions">, version: number) => {
    const those = table.at(within(slot, version, figure), version);
    const audience = slot.funder ?? "open";
    const row = (columns: readonly number[], lo: number, hi: number) => ({ columns, lo, hi, audience });
    if (figure !== "distribution") return [row(those.high, (k[0] as Band)[0], (k[0] as Band)[1])];
    const [low, middle, high] = k as [Band, Band, Band];
    const size = those.scored;
    return [
      row(those.low, low[0], low[1]),
      row([...those.high, ...those.low], size - middle[1], size - middle[0]),
      row(those.high, high[0], high[1]),
    ];
  };
  const explained = (row: Row) => {
    const value = sumIn(row, table.truth);
    return row.lo <= value && value <= row.hi;
  };
  const unexplained = finest(
    earlier.flatMap((share) => {
      const [first] = share.versions;
      const all = first === undefined ? [] : rowsOf(share, first);
      return all.every(explained) ? [] : [share.slot];
    }),
  );
  const eligible = new Set<string>();
  const candidates: Candidate[] = [];
  const add = (figure: ShareFigure, slot: Slot, rank: number, n: Band, told?: number) => {
    const name = shareName(figure, slot);
    eligible.add(name);
    if (unexplained.some((other) => meet(slot, other))) return;
    const olds = earlier.filter((row) => shareName(row.figure, row.slot) === name);
    const changes = olds.flatMap((row) => row.versions.map((version) => touched(slot, figure, version)));
    if (changes.some((changed) => changed > 0 && changed < minimum)) return;
    const inside = within(slot, now, figure);
    const size = counted(inside);
    const band = (of: ScoreClass) =>
      shareBand(
        counted((life) => inside(life) && life[now]?.of === of),
        told ?? size,
        n[1],
      );
    const k = figure === "distribution" ? [band("low"), band("middle"), band("high")] : [band("high")];
    const same = olds.some(
      (row) =>
        row.latest &&
        JSON.stringify([row.n, row.k]) === JSON.stringify([n, k]) &&
        row.versions.some((version) => touched(slot, figure, version) === 0),
    );
    if (!same) candidates.push({ figure, slot, name, rank, size, n, k });
  };
  for (const { slot, n: present, count, fresh } of years.now.published.values()) {
    if (!fresh || (kind === "trait" && (slot.type !== null || slot.funder !== null))) continue;
    if (!isExact(present)) {
      const n = scoredOfBand(counted(within(slot, now)), count, present);
      if (n) add("in_place", slot, rankOf(slot), n, n[0]);
      continue;
    }
    const n = scoredBand(counted(within(slot, now)), count);
    if (!n) continue;
    add("in_place", slot, rankOf(slot), n);
    if (kind === "trait" || slot.type !== null || slot.funder !== null) continue;
    if (n[0] >= forDistribution) add("distribution", slot, 8 + rankOf(slot), n);
    for (const [figure, other] of [
      ["from_before", years.before?.published.get(slotName(slot))],
      ["to_after", years.after?.published.get(slotName(slot))],
    ] as const) {
      const stayers = counted(within(slot, now, figure));
      const least = other?.fresh && isExact(other.n) && followedAtLeast(stayers, count, other.count);
      if (!other || !least || stayers < forMatched) continue;
      add(figure, slot, 6 + rankOf(slot), [least, Math.min(count, other.count)]);
    }
  }

  const open = candidates.filter(({ slot }) => slot.funder === null);
  const rowsAs = (reading: Reading): Row[] => [
    ...[...open, ...candidates.filter(({ slot }) => slot.funder !== null)].flatMap((candidate) =>
      rowsOf(candidate, now).map((row) => ({ ...row, cell: candidates.indexOf(candidate) })),
    ),
    ...earlier
      .flatMap((share) =>
        (reading === "throughout" ? share.versions : share.versions.slice(0, 1)).flatMap((version) =>
          rowsOf(share, version),
        ),
      )
      .filter(explained),
    ...table.limits,
  ];
  const onlookers = onlookersOf(table.knownTo, () => ({ view: "open", width: 1 }), [{ view: "all", width: 1 }]);
  const system = { truth: table.truth, most: table.most, ...onlookers };
  const doubts = new Map<string, Doubt>();
  const doubt = (group: { high: readonly number[]; low: readonly number[] }, name: string) => {
    const classes = withClasses ? [group.high, group.low, [...group.high, ...group.low]] : [group.high];
    for (const [at, columns] of classes.entries()) {
      const key = `${at}|${columns.join()}`;
      if (columns.length === 0 || doubts.has(`${key}|none`) || doubts.has(`${key}|all`)) continue;
      for (const found of certaintiesOf(columns, at === 2 ? 2 : 1, system, name))
        doubts.set(`${key}|${found.reach > 0 ? "none" : "all"}`, found);
    }
  };
  for (let version = 0; version < versions; version++) {
    const here = kin.flatMap(({ life }) => life[version] ?? []);
    for (const slot of openSlots(here, types)) {
      const inside = within(slot, version);
      doubt(table.at(inside, version), slotName(slot));
      if (slot.type !== null) continue;
      for (const side of ["pre", "post"] as const)
        for (const is of [true, false])
          doubt(
            table.at((life) => inside(life) && life[version]?.[side] === is, version),
            `${slotName(slot)} ${side} ${is}`,
          );
    }
    for (const slot of donorSlots(here)) {
      const [inside, whole] = [within(slot, version), within({ ...slot, funder: null, grant_code: null }, version)];
      doubt(table.at(inside, version), slotName(slot));
      doubt(
        table.at((life) => whole(life) && !inside(life), version),
        `without ${slotName(slot)}`,
      );
    }
    for (const atom of atoms)
      if (atom.changes)
        doubt(
          table.at((life) => life === atom.life, version),
          "changed",
        );
  }
  const every = candidates.map((_, at) => at);
  const solve = (reading: Reading) =>
    choose({ ...system, rows: rowsAs(reading) }, [...doubts.values()], {
      first: every,
      order: [...every].sort((one, other) => bySacrifice(candidates[other] as Candidate, candidates[one] as Candidate)),
      worth: candidates.map(() => 1),
      rounds: 0,
    });
  let solved = await solve("throughout");
  if (solved.lost.length > 0 && earlier.length > 0) solved = await solve("as of");
  const { shown, lost } = solved;
  const before = new Map<string, PublicShare>();
  for (const { figure, slot, n, k, latest } of earlier) if (latest) before.set(shareName(figure, slot), { n, k });
  const shares = new Map(before);
  candidates.forEach(({ name, n, k }, at) => {
    if (shown.has(at)) shares.set(name, { n, k });
  });
  const kept = besideTheirShares(shares, before);
  return { kept, candidates: eligible.size, published: [...eligible].filter((name) => kept.has(name)).length, lost };
}

function isExact([from, to]: Band): boolean {
  return from === to;
}

/** Name of a figure in a slot. */
export function shareName(figure: ShareFigure, slot: Slot): string {
  return `${figure}:${slotName(slot)}`;
}

/**
 * The figures with their distributions, each only beside the share that its third class repeats: where the share stays as
 * it was and a new distribution would say otherwise, the distribution stays as it was too.
 */
function besideTheirShares(shares: ReadonlyMap<string, PublicShare>, before: ReadonlyMap<string, PublicShare>) {
  const kept = new Map<string, PublicShare>();
  for (const [name, figure] of shares) {
    const share = shares.get(name.replace("distribution:", "in_place:"));
    const repeats = (spread: PublicShare | undefined) =>
      JSON.stringify([spread?.n, spread?.k[2]]) === JSON.stringify([share?.n, share?.k[0]]);
    if (!name.startsWith("distribution:") || repeats(figure)) kept.set(name, figure);
    else if (repeats(before.get(name))) kept.set(name, before.get(name) as PublicShare);
  }
  return kept;
}

function bySacrifice(one: Candidate, other: Candidate): number {
  return other.rank - one.rank || one.size - other.size || (one.name < other.name ? -1 : 1);
}
