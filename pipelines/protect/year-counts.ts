import { type CountCell, countTable } from "./atoms.ts";
import { protectCounts } from "./counts.ts";
import { minimum } from "./limits.ts";
import { donorSlots, lies, openSlots, rankOf, type Slot, slotName } from "./places.ts";
import type { Standing, Unit } from "./units.ts";

/** A published count of collectives. */
export interface SlotCount {
  readonly slot: Slot;
  readonly count: number;
}

/** The counts of one year that can be published, by the name of their slot, and all slots of the year. */
export interface YearCounts {
  readonly published: ReadonlyMap<string, SlotCount>;
  readonly slots: readonly Slot[];
}

/**
 * Solves the counts of one year: the open cube and every donor's together, with what donors leave of the open cells kept
 * as uncertain as any small cell. Atoms are country × type × donors and grants; `types` lists every type, also those of
 * nobody.
 */
export async function yearCounts(units: readonly Unit[], types: readonly string[]): Promise<YearCounts> {
  const atoms = atomsOf(units, types);
  const partsOf = (inside: (one: Standing) => boolean) =>
    atoms.flatMap((atom, at) => (inside(atom.standing) ? [at] : []));
  const countOf = (parts: readonly number[]) => parts.reduce((sum, at) => sum + (atoms[at]?.count ?? 0), 0);
  const open = openSlots(units, types);
  const donors = donorSlots(units);
  const cells = [...open, ...donors].map((slot) => ({
    name: slotName(slot),
    rank: rankOf(slot),
    atoms: partsOf((one) => lies(one, slot)),
    count: units.filter((unit) => lies(unit, slot)).length,
    category: units.filter(({ type }) => slot.type === null || type === slot.type).length,
    slot,
  }));
  const complements = donors.flatMap((slot): CountCell[] => {
    const whole = { ...slot, funder: null, grant_code: null };
    const parts = partsOf((one) => lies(one, whole) && !lies(one, slot));
    const count = countOf(parts);
    return count < minimum ? [{ name: `without ${slotName(slot)}`, rank: rankOf(slot), atoms: parts, count }] : [];
  });
  const kept = new Set((await protectCounts(countTable(atoms, cells), complements)).map(({ name }) => name));
  const published = cells
    .filter(({ name }) => kept.has(name))
    .map(({ name, slot, count }) => [name, { slot, count }] as const);
  return { published: new Map(published), slots: open };
}

/** Collectives by where they stand; and where a country has none of a type, an atom of nobody. */
function atomsOf(units: readonly Unit[], types: readonly string[]) {
  const groups = new Map<string, { standing: Standing; country: string; count: number }>();
  const add = (standing: Standing, count: number) => {
    const { country, type, projects, funders, grants } = standing;
    const key = JSON.stringify([country, type, projects, funders, grants]);
    const group = groups.get(key) ?? { standing, country, count: 0 };
    group.count += count;
    groups.set(key, group);
  };
  for (const unit of units) add(unit, 1);
  const seen = new Set(units.map(({ country, type }) => `${country}|${type}`));
  const nobody = { projects: [], funders: [], grants: [] };
  for (const [country, region] of new Map(units.map((unit) => [unit.country, unit.region])))
    for (const type of types) if (!seen.has(`${country}|${type}`)) add({ country, region, type, ...nobody }, 0);
  return [...groups.values()];
}
