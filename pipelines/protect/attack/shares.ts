import { shareOut } from "../share-out.ts";
import { type Believed, counts, histories, ofYear } from "./believed.ts";
import { type Attacker, guess, type Secret } from "./guess.ts";
import { groupBy, type PublicRow, rowName } from "./published.ts";
import { followedIn, type Place, scoredKinds } from "./scored.ts";

const figures = ["in_place", "in_place_before", "distribution", "trait"];

/**
 * Puts the published bands of a result and year together (shares in place, classes, and shares of those followed to or
 * from the year beside), of every kept release and all donors, knowing exactly how many are scored where; and names the
 * groups of which it becomes certain that all, or none, are in a class: of each cell, what a cell leaves of a coarser one,
 * and who was restated. First as a reader, then as the managers of each country and project, who know its scores.
 */
export async function attackShares(rows: readonly PublicRow[], believed: readonly Believed[], threads = 0) {
  const shares = groupBy(
    rows.filter(({ figure }) => figures.includes(figure)),
    (row) => String(row.figure === "in_place_before" ? row.year_from : row.year),
  );
  const now = Math.max(...believed.map(({ release }) => release));
  const found = await shareOut(
    { module: import.meta.url, name: "attackYearShares", run: attackYearShares },
    [...shares].map(([year, group]) => () => {
      const results = [...new Set(group.map(({ result }) => result as string))];
      const those = threads > 0 ? ofYear(believed, Number(year), results) : believed;
      return [group, those, Number(year), now] as const;
    }),
    { threads },
  );
  return found.flat();
}

/** What attackers find in the shares of one year. */
export async function attackYearShares(
  rows: readonly PublicRow[],
  believed: readonly Believed[],
  year: number,
  now: number,
) {
  const lives = histories(believed, year);
  const found: { attacker: string; secret: string }[] = [];
  for (const [result, group] of groupBy(rows, (row) => row.result as string))
    found.push(...(await attackResult(result, group, lives, believed, year, now)));
  return found;
}

async function attackResult(
  result: string,
  rows: readonly PublicRow[],
  lives: ReturnType<typeof histories>,
  believed: readonly Believed[],
  year: number,
  now: number,
) {
  const at = (release: number) => believed.findIndex((one) => one.release === release);
  const { kinds, truth, most } = scoredKinds(result, lives);
  const told = rows.filter(({ status }) => status === "value");
  const withClasses = told.some(({ figure }) => figure === "distribution");
  const placesOf = (row: PublicRow, release: number) => {
    const side = followedIn(row, year);
    return kinds.flatMap(({ marks, places }) => {
      const [mark, place] = [marks[at(release)], places[at(release)]];
      return mark && place && counts(row, mark) && (!side || mark[side]) ? [place] : [];
    });
  };
  const sum = (columns: readonly number[], of: readonly number[]) =>
    columns.reduce((total, column) => total + (of[column] as number), 0);
  const bands = told
    .map((row) => {
      const places = placesOf(row, row.as_of);
      const [lo, hi] = [row.k_lo as number, row.k_hi as number];
      if (row.figure !== "distribution" || row.score_from === 3)
        return { columns: places.map(({ high }) => high), lo, hi, audience: row.audience };
      if (row.score_from === 0) return { columns: places.map(({ low }) => low), lo, hi, audience: row.audience };
      const size = sum(highs(places), most);
      return { columns: [...highs(places), ...lows(places)], lo: size - hi, hi: size - lo, audience: row.audience };
    })
    // What an erasure took away cannot be judged by what is left.
    .filter(({ columns, lo, hi }) => lo <= sum(columns, truth) && sum(columns, truth) <= hi);
  const together = kinds.flatMap(({ places }) =>
    [...new Map(places.flatMap((place) => (place ? [[place.high, place] as const] : []))).values()].map(
      ({ high, low }) => ({ columns: [high, low], lo: 0, hi: most[high] as number, audience: "open" }),
    ),
  );

  const countryOf = truth.map((): readonly string[] => []);
  const projectsOf = truth.map((): readonly string[] => []);
  for (const { marks, places } of kinds)
    for (const [version, place] of places.entries())
      for (const column of place ? [place.high, place.low] : []) {
        countryOf[column] = [marks[version]?.country as string];
        projectsOf[column] = marks[version]?.projects ?? [];
      }
  const managers = (of: "country" | "project", known: readonly (readonly string[])[]) =>
    [...new Set(known.flat())].sort().map(
      (one): Attacker => ({
        name: `manager of ${of} ${one}`,
        reads: (audience) => audience === "open",
        knows: (column) => known[column]?.includes(one) ?? false,
        width: 1,
      }),
    );
  const attackers: Attacker[] = [
    { name: "reader", reads: () => true, knows: () => false, width: 1 },
    ...managers("country", countryOf),
    ...managers("project", projectsOf),
  ];

  const newest = rows.filter(({ release, status }) => release === now && status !== "no-data");
  const groups = newest.flatMap((row) => {
    const side = followedIn(row, year);
    const named = [{ name: rowName(row), places: placesOf(row, now) }];
    const rest = (name: string, whole: readonly Place[]) => {
      const own = new Set(highs(named[0]?.places ?? []));
      named.push({ name: `${name} ${rowName(row)}`, places: whole.filter(({ high }) => !own.has(high)) });
    };
    if (side) rest("who is not in", placesOf({ ...row, year_from: null }, now));
    if (row.funder !== null) rest("what is left of", placesOf({ ...row, funder: null, grant_code: null }, now));
    return named;
  });
  const changed = kinds.flatMap((kind) =>
    kind.changed
      ? kind.places.flatMap((place) => (place ? [{ name: `a change of ${result}`, places: [place] }] : []))
      : [],
  );
  const secrets = [...groups, ...changed].flatMap(({ name, places }) => {
    const of = (columns: readonly number[], share: number): Secret => ({
      name,
      columns,
      reach: Number.NEGATIVE_INFINITY,
      asked: (attacker) => {
        const unknown = columns.filter((column) => !attacker.knows(column));
        const [value, size] = [sum(unknown, truth), sum(unknown, most) / share];
        return size > 0 && (value === 0 || value === size);
      },
    });
    if (!withClasses) return [of(highs(places), 1)];
    return [of(highs(places), 1), of(lows(places), 1), of([...highs(places), ...lows(places)], 2)];
  });
  return guess({ truth, most, rows: [...bands, ...(withClasses ? together : [])] }, attackers, unlike(secrets));
}

const highs = (places: readonly Place[]) => places.map(({ high }) => high);
const lows = (places: readonly Place[]) => places.map(({ low }) => low);

/** Of secrets with the same unknowns the first alone. */
function unlike(secrets: readonly Secret[]): Secret[] {
  const found = new Map<string, Secret>();
  for (const secret of secrets) {
    const key = secret.columns.join();
    if (key !== "" && !found.has(key)) found.set(key, secret);
  }
  return [...found.values()];
}
