import type { Band } from "@trama/data/statistics";
import { type Atom, type CountCell, countTable, protectCounts, type SmallCount } from "./counts.ts";
import { granteeWidth, insideWidth, minimum, outsideWidth, projectWidth } from "./limits.ts";
import { donorSlots, finest, lies, meet, openSlots, rankOf, type Slot, slotName, worthOf } from "./places.ts";
import { type Onlooker, onlookersOf } from "./system.ts";
import type { Standing, Unit } from "./units.ts";
import { donorScopesOf, inOrder, type Life, scopesOf, type YearLives } from "./versions.ts";

/** A published count of collectives. */
export interface SlotCount {
  readonly slot: Slot;
  /** The count as it is public: both ends the same where it is exact. */
  readonly n: Band;
  readonly count: number;
  /** Whether it is the count now; otherwise the cell stays as an earlier release has it. */
  readonly fresh: boolean;
}

/** The counts of one year that can be published, by the name of their slot, and all open slots of the year. */
export interface YearCounts {
  readonly published: ReadonlyMap<string, SlotCount>;
  readonly slots: readonly Slot[];
  readonly lost: readonly string[];
}

/** A count that retained releases show: of which slot, and of which versions it is true. */
export interface CountBefore {
  readonly slot: Slot;
  readonly n: Band;
  readonly versions: readonly number[];
  /** Whether the latest release shows it. */
  readonly latest: boolean;
}

/**
 * How rows of kept releases are read. Each is true of the release that it names; most are so still, and a reader may
 * believe that of all of them. Where that alone would close a doubt, it is asked again as the rows themselves say.
 */
export type Reading = "throughout" | "as of";

interface Group extends Atom {
  readonly life: readonly (Standing | undefined)[];
}

/**
 * Solves the counts of one year: the open cube and every donor's together, linked with what retained releases show. What
 * donors leave of the open cells, and changes since an earlier release that touch fewer collectives than the minimum,
 * stay as uncertain as any small cell. Atoms are country × type × projects, donors and grants, in every release. `types`
 * lists every type, also those of nobody.
 */
export async function yearCounts(
  { lives, versions }: YearLives,
  types: readonly string[],
  shownBefore: readonly CountBefore[] = [],
): Promise<YearCounts> {
  const now = versions - 1;
  const atoms = groupsOf(lives, types, now);
  const at = (version: number) => lives.flatMap((life) => life[version] ?? []);
  const inside = (slot: Slot, version: number) => (life: readonly (Standing | undefined)[]) => {
    const standing = life[version];
    return standing !== undefined && lies(standing, slot);
  };
  const columnsOf = (test: (life: readonly (Standing | undefined)[]) => boolean) =>
    atoms.flatMap(({ life }, column) => (test(life) ? [column] : []));
  const countOf = (columns: readonly number[]) => columns.reduce((sum, column) => sum + (atoms[column]?.count ?? 0), 0);
  const slotsAt = Array.from({ length: versions }, (_, version) => ({
    open: openSlots(at(version), types),
    donors: donorSlots(at(version)),
  }));
  const touched = (slot: Slot, version: number) => {
    const [was, is] = [inside(slot, version), inside(slot, now)];
    return countOf(columnsOf((life) => was(life) !== is(life)));
  };

  const secrets = new Map<string, SmallCount>();
  const keep = (secret: SmallCount) => {
    const key = JSON.stringify([secret.columns, secret.weights]);
    if (secret.columns.length > 0 && !secrets.has(key)) secrets.set(key, secret);
  };
  slotsAt.forEach(({ open, donors }, version) => {
    for (const slot of [...open, ...donors]) {
      const columns = columnsOf(inside(slot, version));
      const name = slotName(slot);
      if (countOf(columns) < minimum) keep({ name, kind: "count", columns });
      if (slot.funder !== null) {
        const whole = inside({ ...slot, funder: null, grant_code: null }, version);
        const rest = columnsOf((life) => whole(life) && !inside(slot, version)(life));
        if (countOf(rest) < minimum) keep({ name: `without ${name}`, kind: "complement", columns: rest });
      }
      if (version === now) continue;
      const changed = touched(slot, version);
      if (changed > 0 && changed < minimum) {
        const [was, is] = [inside(slot, version), inside(slot, now)];
        const moved = columnsOf((life) => was(life) !== is(life));
        const weights = moved.map((column) => (is((atoms[column] as Group).life) ? 1 : -1));
        keep({ name: `change of ${name}`, kind: "change", columns: moved, weights });
      }
    }
  });

  const before = shownBefore.map((row) => {
    const [first] = row.versions;
    const [lo, hi] = row.n;
    const versionsOf = row.versions.filter((version) => {
      const count = countOf(columnsOf(inside(row.slot, version)));
      return lo <= count && count <= hi;
    });
    return { ...row, versions: versionsOf, explained: first !== undefined && versionsOf.includes(first) };
  });
  const unexplained = finest(before.filter(({ explained }) => !explained).map(({ slot }) => slot));
  const shown = new Map(before.filter(({ latest }) => latest).map((row) => [slotName(row.slot), row]));
  const current = slotsAt[now] as (typeof slotsAt)[number];
  const cells = [...current.open, ...current.donors].flatMap((slot): (CountCell & { slot: Slot })[] => {
    const columns = columnsOf(inside(slot, now));
    if (unexplained.some((other) => meet(slot, other))) return [];
    const old = before.filter((row) => slotName(row.slot) === slotName(slot));
    const changes = old.flatMap((row) => row.versions.map((version) => touched(slot, version)));
    if (changes.some((changed) => changed > 0 && changed < minimum)) return [];
    if (old.some((row) => row.latest && row.versions.some((version) => touched(slot, version) === 0))) return [];
    const category = countOf(
      columnsOf((life) => life[now] !== undefined && [null, life[now].type].includes(slot.type)),
    );
    const audience = slot.funder ?? "open";
    const [rank, worth] = [rankOf(slot), worthOf(slot)];
    return [{ name: slotName(slot), rank, worth, audience, columns, count: countOf(columns), category, slot }];
  });
  const scopes = atoms.map(({ knownTo }) => knownTo);
  const reader = { view: "all", width: outsideWidth };
  const solve = (reading: Reading) => {
    const told = before
      .filter(({ explained }) => explained)
      .flatMap(({ slot, n, versions: those }) =>
        (reading === "throughout" ? those : those.slice(0, 1)).map((version) => ({
          columns: columnsOf(inside(slot, version)),
          n,
          audience: slot.funder ?? "open",
        })),
      );
    const table = countTable({ atoms, cells, secrets: [...secrets.values()], public: told });
    return protectCounts(table, onlookersOf(scopes, insider, [reader]));
  };
  let solved = await solve("throughout");
  if (solved.lost.length > 0 && before.length > 0) solved = await solve("as of");
  const { kept, banded, lost } = solved;
  const published = new Map<string, SlotCount>();
  for (const [name, { slot, n, versions: those }] of shown)
    published.set(name, {
      slot,
      n,
      count: countOf(columnsOf(inside(slot, now))),
      fresh: !unexplained.some((other) => meet(slot, other)) && those.some((version) => touched(slot, version) === 0),
    });
  const add = ({ name, count }: CountCell, n: Band) => {
    const { slot } = cells.find((cell) => cell.name === name) as { slot: Slot };
    published.set(name, { slot, n, count, fresh: true });
  };
  for (const cell of kept) add(cell, [cell.count, cell.count]);
  for (const { cell, n } of banded) add(cell, n);
  return { published, slots: current.open, lost };
}

/** Who has an account of a scope: managers read what is open, donors their own cells besides. */
function insider(scope: string): Onlooker {
  if (scope.startsWith("donor ")) return { view: scope.slice("donor ".length), width: granteeWidth };
  return { view: "open", width: scope.startsWith("country ") ? insideWidth : projectWidth };
}

/** Collectives by where they stand in every version; and where a country has none of a type, an atom of nobody. */
function groupsOf(lives: readonly Life[], types: readonly string[], now: number): Group[] {
  const groups = new Map<string, { life: (Standing | undefined)[]; knownTo: string[]; count: number }>();
  const add = (life: readonly (Standing | undefined)[], knownTo: string[], count: number) => {
    const key = JSON.stringify(
      life.map((one) => one && [one.country, one.type, one.projects, one.funders, one.grants]),
    );
    const group = groups.get(key) ?? { life: [...life], knownTo, count: 0 };
    group.count += count;
    groups.set(key, group);
  };
  for (const life of lives) add(life, [...scopesOf(life), ...donorScopesOf(life)], 1);
  const here = lives.flatMap((life) => life[now] ?? []);
  const seen = new Set(here.map(({ country, type }) => `${country}|${type}`));
  const nobody = { projects: [], funders: [], grants: [] };
  for (const [country, region] of new Map(here.map((unit: Unit) => [unit.country, unit.region])))
    for (const type of types) {
      if (seen.has(`${country}|${type}`)) continue;
      const standing = { country, region, type, ...nobody };
      add(lives[0]?.map(() => standing) ?? [], [`country ${country}`], 0);
    }
  return inOrder(groups);
}
