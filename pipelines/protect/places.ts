import type { Unit } from "./units.ts";

/** Where a cell of the open cube lies, and of which type. */
export interface Slot {
  readonly country: string | null;
  readonly region: string | null;
  readonly type: string | null;
}

/** Name of a slot, as cells are looked up by. */
export function slotName({ country, region, type }: Slot): string {
  return `${country ?? region ?? "world"}/${type ?? "all"}`;
}

/** How fine a slot is: world, region, country; all types before each. */
export function rankOf({ country, region, type }: Slot): number {
  return (country !== null ? 4 : region !== null ? 2 : 0) + (type === null ? 0 : 1);
}

/** World, regions and countries that units of a year lie in, times all and each type. */
export function slotsOf(units: readonly Pick<Unit, "country" | "region">[], types: readonly string[]): Slot[] {
  const regions = [...new Set(units.map(({ region }) => region))].sort();
  const countries = new Map(units.map(({ country, region }) => [country, region]));
  const places = [
    { country: null, region: null },
    ...regions.map((region) => ({ country: null, region })),
    ...[...countries]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([country, region]) => ({ country, region })),
  ];
  return places.flatMap((place) => [null, ...types].map((type) => ({ ...place, type })));
}

/** Whether an atom or a collective counts in a slot. */
export function lies(one: Pick<Unit, "country" | "region" | "type">, slot: Slot): boolean {
  return (
    (slot.country === null ? slot.region === null || slot.region === one.region : slot.country === one.country) &&
    (slot.type === null || slot.type === one.type)
  );
}
