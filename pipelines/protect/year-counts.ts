import { countTable } from "./atoms.ts";
import { protectCounts } from "./counts.ts";
import { lies, rankOf, type Slot, slotName, slotsOf } from "./places.ts";
import type { Unit } from "./units.ts";

/** A published count of collectives. */
export interface SlotCount {
  readonly slot: Slot;
  readonly count: number;
}

/** The counts of one year that can be published, by the name of their slot, and how many were eligible. */
export interface YearCounts {
  readonly published: ReadonlyMap<string, SlotCount>;
  readonly slots: readonly Slot[];
}

/** Solves the open cube's counts of one year. Atoms are country × type; `types` lists every type, also those of nobody. */
export async function yearCounts(units: readonly Unit[], types: readonly string[]): Promise<YearCounts> {
  const countries = new Map(units.map(({ country, region }) => [country, region]));
  const atoms = [...countries].flatMap(([country, region]) =>
    types.map((type) => ({
      country,
      region,
      type,
      count: units.filter((unit) => unit.country === country && unit.type === type).length,
    })),
  );
  const slots = slotsOf(units, types);
  const cells = slots.map((slot) => ({
    name: slotName(slot),
    rank: rankOf(slot),
    atoms: atoms.flatMap((atom, at) => (lies(atom, slot) ? [at] : [])),
    count: units.filter((unit) => lies(unit, slot)).length,
    category: units.filter(({ type }) => slot.type === null || type === slot.type).length,
    slot,
  }));
  const kept = new Set((await protectCounts(countTable(atoms, cells))).map(({ name }) => name));
  const published = cells
    .filter(({ name }) => kept.has(name))
    .map(({ name, slot, count }) => [name, { slot, count }] as const);
  return { published: new Map(published), slots };
}
