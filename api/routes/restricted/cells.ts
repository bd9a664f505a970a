import { headline, smallN } from "@trama/data/statistics";
import type { Cell, CellQuery, Change } from "../../contract/index.ts";
import { permitPublicFilters } from "../../policies/filters.ts";
import { permitCountries, type Source } from "../../policies/reach.ts";
import { problems } from "../../problems.ts";
import { findCells } from "../../queries/cells.ts";
import { findExactCells } from "../../queries/restricted/cells.ts";
import { findExactChanges } from "../../queries/restricted/change.ts";
import { countriesOfPart } from "../../queries/restricted/part.ts";
import type { Restricted, WithinReach } from "../../restricted/restricted.ts";

type Exactly = Exclude<Source, { kind: "published" }>;
type Asked = Omit<CellQuery, "format">;

/** Filters that published cells of countries do not know: with one of them, only countries within reach are told. */
const fine = ["formality", "setting", "panel"] as const;

/** Cells for a manager: exact where they lie in reach, published ones beyond. */
export function managersCells(
  restricted: Restricted,
  source: Exactly,
  query: Asked,
): Promise<{ release: number; cells: Cell[] }> {
  if (query.standardised)
    throw problems.invalidQuery([
      { field: "standardised", message: "Exact figures are not standardised; ask by region or world." },
    ]);
  return restricted.read(source.manager, async ({ release, rows }) => {
    const reach = { release, rows };
    if (source.kind === "part") {
      permitCountries(query.country, [...source.manager.countries, ...(await countriesOfPart(rows, query))]);
      return { release: release.number, cells: await exactly(reach, query) };
    }
    const within = { ...query, country: [...source.countries] };
    const public_ = !isFine(query) && !source.all && (query.match === "all" || consecutive(query.time));
    if (!public_) {
      permitCountries(query.country, source.manager.countries);
      return { release: release.number, cells: await exactly(reach, within) };
    }
    permitPublicFilters(query);
    const [published, exact] = await Promise.all([findCells(release.cells, query), exactly(reach, within)]);
    const byKey = new Map(exact.map((cell) => [keyOf(cell), cell]));
    const cells = published.map((cell) => {
      if (cell.country === null || !source.countries.includes(cell.country)) return cell;
      return byKey.get(keyOf(cell)) ?? (cell.status === "no-data" ? cell : { ...cell, ...empty });
    });
    return { release: release.number, cells };
  });
}

async function exactly({ release, rows }: WithinReach, query: Asked): Promise<Cell[]> {
  const { match, time, result, indicator, ...asked } = query;
  const narrowed = { ...asked, result: result ?? indicator };
  if (match === "all") return findExactCells(rows, release.number, { ...narrowed, time });
  if (!time || time[0] === time[1])
    throw problems.invalidQuery([{ field: "time", message: "Matched figures need two years, such as 2019..2025." }]);
  const changes = await findExactChanges(rows, time[0], time[1], narrowed);
  const about = await findExactCells(rows, release.number, { ...narrowed, time: [time[1], time[1]] });
  const byKey = new Map(changes.map((change) => [keyOf({ ...change, year: time[1] }), change]));
  return about.map((cell) => matched(cell, byKey.get(keyOf(cell))));
}

/** The cell of those scored in both years, in the later one. */
function matched(cell: Cell, change: Change | undefined): Cell {
  const scores = [0, 1, 2, 3, 4].map((after) =>
    (change?.transitions ?? []).reduce((sum, line) => sum + (line[after] ?? 0), 0),
  );
  const found = headline(scores as never);
  if (found.kind === "refused") return { ...cell, ...empty };
  const { n, k, share, interval, median } = found;
  return {
    ...cell,
    status: "value",
    n: [n, n],
    k: [k, k],
    share: [share, share],
    interval: [interval.lower, interval.upper],
    median: [median.lower, median.upper],
    flags: n < smallN ? ["small-n"] : [],
  };
}

const empty = {
  status: "value" as const,
  n: [0, 0] as [number, number],
  k: [0, 0] as [number, number],
  share: [null, null] as [null, null],
  interval: [null, null] as [null, null],
  median: [null, null] as [null, null],
  flags: [] as string[],
};

function isFine(query: Asked): boolean {
  return fine.some((filter) => query[filter] !== undefined);
}

function consecutive(time: readonly [number, number] | undefined): boolean {
  return time !== undefined && time[1] === time[0] + 1;
}

function keyOf({ result, country, region, year }: Pick<Cell, "result" | "country" | "region" | "year">): string {
  return `${result}|${region}|${country}|${year}`;
}
