import type { Cell, CellQuery } from "../contract/index.ts";

/** Whether a cell is of the level, the places and the years that are asked for. */
export function isWithin(
  { country, region, year }: Pick<Cell, "country" | "region" | "year">,
  asked: Pick<CellQuery, "by" | "region" | "country" | "time">,
): boolean {
  const level = country !== null ? "country" : region !== null ? "region" : "world";
  return (
    level === asked.by &&
    (asked.region === undefined || (region !== null && asked.region.includes(region))) &&
    (asked.country === undefined || (country !== null && asked.country.includes(country))) &&
    (asked.time === undefined || (asked.time[0] <= year && year <= asked.time[1]))
  );
}
