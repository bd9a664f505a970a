import type { Cell } from "@trama/data/schema";
import type { Band } from "@trama/data/statistics";
import { type Earlier, sharesKey } from "./open-cube.ts";
import { type Slot, slotName } from "./places.ts";
import type { CountBefore } from "./year-counts.ts";
import type { ShareBefore, ShareFigure } from "./year-shares.ts";

/** Classes in which distributions are public. */
export const classes = [
  [0, 1],
  [2, 2],
  [3, 4],
] as const;

/** Rows of the figures that releases still kept show, for `earlierOf`; `release` numbers the release that shows each. */
export const shownFigures = `
  status = 'value' AND formality IS NULL AND setting IS NULL AND panel IS NULL AND project IS NULL
  AND figure IN ('collectives', 'in_place', 'in_place_before', 'distribution', 'trait')`;

/**
 * What kept releases show, as the solver takes it. A row is true of the version that it names in `as_of` and may be true
 * of those up to the release that shows it. `versions` are the releases in order, the last about to be published.
 */
export function earlierOf(cells: readonly Cell[], versions: readonly number[]): Earlier {
  const last = Math.max(0, ...cells.map(({ release }) => release));
  const counts = new Map<number, Map<string, CountBefore>>();
  const shares = new Map<string, Map<string, { -readonly [Key in keyof ShareBefore]: ShareBefore[Key] }>>();
  for (const cell of cells) {
    const { country, region, type, funder, grant_code, release, as_of } = cell;
    const slot: Slot = { country, region, type, funder, grant_code };
    const those = versions.flatMap((version, at) => (as_of <= version && version <= release ? [at] : []));
    const latest = release === last;
    const n = [cell.n_lo, cell.n_hi] as Band;
    if (cell.figure === "collectives") {
      const year = counts.get(cell.year) ?? new Map<string, CountBefore>();
      counts.set(cell.year, year);
      const key = `${slotName(slot)} ${n.join("-")} ${as_of}`;
      const known = year.get(key);
      const longer = known && known.versions.length > those.length ? known.versions : those;
      year.set(key, { slot, n, versions: longer, latest: latest || (known?.latest ?? false) });
      continue;
    }
    const told = figureOf(cell);
    if (!told) continue;
    const key = sharesKey(cell.indicator ?? "", told.year);
    const found = shares.get(key) ?? new Map();
    shares.set(key, found);
    const name = `${told.figure} ${slotName(slot)} ${release}`;
    const k = [cell.k_lo, cell.k_hi] as Band;
    const share = found.get(name) ?? { figure: told.figure, slot, n, k: [], versions: those, latest };
    const bands = [...share.k];
    bands[told.at] = k;
    found.set(name, { ...share, k: bands, versions: those.length < share.versions.length ? those : share.versions });
  }
  const values = <Key, One>(maps: ReadonlyMap<Key, ReadonlyMap<string, One>>) =>
    new Map([...maps].map(([key, map]) => [key, [...map.values()]]));
  return { counts: values(counts), shares: values(shares) };
}

function figureOf(cell: Cell): { figure: ShareFigure; year: number; at: number } | undefined {
  const { figure, presence, year, year_from } = cell;
  if (figure === "distribution") {
    const at = classes.findIndex(([from]) => from === cell.score_from);
    return at < 0 ? undefined : { figure, year, at };
  }
  if (figure === "trait") return { figure: "in_place", year, at: 0 };
  if (figure === "in_place" && presence === "all" && year_from === null) return { figure, year, at: 0 };
  if (presence !== "stayers" || year_from === null) return undefined;
  return figure === "in_place"
    ? { figure: "from_before", year, at: 0 }
    : { figure: "to_after", year: year_from, at: 0 };
}
