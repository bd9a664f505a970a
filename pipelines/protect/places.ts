import { grantOf, type Standing } from "./units.ts";

/** Where a cell lies, of which type, and of whose collectives; null means all. */
export interface Slot {
  readonly country: string | null;
  readonly region: string | null;
  readonly type: string | null;
  readonly funder: string | null;
  readonly grant_code: string | null;
}

/** Name of a slot, as cells are looked up by. */
export function slotName({ country, region, type, funder, grant_code }: Slot): string {
  const place = `${country ?? region ?? "world"}/${type ?? "all"}`;
  return funder === null ? place : `${place}/${grant_code === null ? funder : grantOf(funder, grant_code)}`;
}

/** How fine a slot is: world, region, country, all types before each; donors' after all, their grants last. */
export function rankOf({ country, region, type, funder, grant_code }: Slot): number {
  const place = (country !== null ? 4 : region !== null ? 2 : 0) + (type === null ? 0 : 1);
  return place + (funder === null ? 0 : grant_code === null ? 6 : 12);
}

/** How much readers miss a count: world, its types, region, its types, country, its types, all that a donor funds. */
const worths = [1000, 20, 150, 12, 60, 3, 5];
const worthOfRest = 0.5;

/** How much readers miss the count of a slot where it is withheld. */
export function worthOf(slot: Slot): number {
  return worths[rankOf(slot)] ?? worthOfRest;
}

/** World, regions and countries that units of a year lie in. */
function placesOf(units: readonly Pick<Standing, "country" | "region">[]): Pick<Slot, "country" | "region">[] {
  const regions = [...new Set(units.map(({ region }) => region))].sort();
  const countries = new Map(units.map(({ country, region }) => [country, region]));
  return [
    { country: null, region: null },
    ...regions.map((region) => ({ country: null, region })),
    ...[...countries]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([country, region]) => ({ country, region })),
  ];
}

/** The open cube's slots: places times all and each type. */
export function openSlots(units: readonly Standing[], types: readonly string[]): Slot[] {
  const nobody = { funder: null, grant_code: null };
  return placesOf(units).flatMap((place) => [null, ...types].map((type) => ({ ...place, type, ...nobody })));
}

/** Each donor's slots: the places of the collectives it funds, and each of its grants as a whole. */
export function donorSlots(units: readonly Standing[]): Slot[] {
  const funders = [...new Set(units.flatMap((unit) => unit.funders))].sort();
  const places = funders.flatMap((funder) =>
    placesOf(units.filter((unit) => unit.funders.includes(funder))).map((place) => ({
      ...place,
      type: null,
      funder,
      grant_code: null,
    })),
  );
  const grants = [...new Set(units.flatMap((unit) => unit.grants))].sort();
  const world = { country: null, region: null, type: null };
  return [
    ...places,
    ...grants.map((grant) => {
      const [funder, grant_code] = JSON.parse(grant) as [string, string];
      return { ...world, funder, grant_code };
    }),
  ];
}

/** Whether an atom or a collective counts in a slot. */
export function lies(one: Omit<Standing, "projects">, slot: Slot): boolean {
  return (
    (slot.country === null ? slot.region === null || slot.region === one.region : slot.country === one.country) &&
    (slot.type === null || slot.type === one.type) &&
    (slot.grant_code === null
      ? slot.funder === null || one.funders.includes(slot.funder)
      : one.grants.includes(grantOf(slot.funder ?? "", slot.grant_code)))
  );
}

/**
 * Those of some slots that hold no other of them. Figures that the rows no longer explain lost a collective to an
 * erasure; whatever may have held it stays as it was.
 */
export function finest(slots: readonly Slot[]): Slot[] {
  return slots.filter(
    (slot) => !slots.some((other) => other !== slot && rankOf(other) > rankOf(slot) && meet(other, slot)),
  );
}

/** Whether two slots can have a collective in common. */
export function meet(one: Slot, other: Slot): boolean {
  const alike = (a: string | null, b: string | null) => a === null || b === null || a === b;
  return (
    alike(one.country, other.country) &&
    (one.country !== null && other.country !== null ? true : alike(one.region, other.region)) &&
    alike(one.type, other.type)
  );
}
