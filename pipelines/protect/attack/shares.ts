import { shareOut } from "../share-out.ts";
import { type Believed, counts, histories, type Marks, markText, ofYear, type Paid } from "./believed.ts";
import { type Attacker, guess, type Secret } from "./guess.ts";
import { groupBy, type PublicRow, rowName } from "./published.ts";

/** Unknowns of an attacker: of the collectives with the same marks in every release, how many have it in place. */
interface Kind {
  readonly marks: readonly (Marks | undefined)[];
  /** The unknown that each release's bands speak of; a score that a release restated is another one. */
  readonly columns: readonly (number | undefined)[];
  scored: number;
}

/**
 * Puts the published bands of a result and year together, of every kept release and all donors, knowing exactly how many
 * are scored where; and names the cells of which it becomes certain that all, or none, have the result in place. First as
 * a reader, then as the manager of each country, who knows its scores.
 */
export async function attackShares(rows: readonly PublicRow[], believed: readonly Believed[], threads = 0) {
  const shares = groupBy(
    rows.filter(({ figure }) => figure === "in_place"),
    ({ year }) => String(year),
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
    found.push(...(await attackResult(result, group, lives, believed, now)));
  return found;
}

async function attackResult(
  result: string,
  rows: readonly PublicRow[],
  lives: ReturnType<typeof histories>,
  believed: readonly Believed[],
  now: number,
) {
  const at = (release: number) => believed.findIndex((one) => one.release === release);
  const { kinds, truth, most } = kindsOf(result, lives);
  const columnsOf = (row: PublicRow, release: number) =>
    kinds.flatMap(({ marks, columns }) => {
      const [mark, column] = [marks[at(release)], columns[at(release)]];
      return mark && column !== undefined && counts(row, mark) ? [column] : [];
    });
  const sum = (columns: readonly number[], of: readonly number[]) =>
    columns.reduce((total, column) => total + (of[column] as number), 0);
  const bands = rows
    .filter(({ status }) => status === "value")
    .map((row) => ({
      columns: columnsOf(row, row.as_of),
      lo: row.k_lo as number,
      hi: row.k_hi as number,
      audience: row.audience,
    }))
    .filter(({ columns, lo, hi }) => lo <= sum(columns, truth) && sum(columns, truth) <= hi);
  const newest = rows.filter(({ release, status }) => release === now && status !== "no-data");
  const groups = newest.map((row) => ({ name: rowName(row), columns: columnsOf(row, now) }));
  const changed = kinds.flatMap(({ marks, columns }) =>
    marks.some((mark) => mark === undefined) || new Set(columns).size > 1
      ? columns.flatMap((column) =>
          column === undefined ? [] : [{ name: `a change of ${result}`, columns: [column] }],
        )
      : [],
  );
  const countries = [...new Set(kinds.flatMap(({ marks }) => marks.flatMap((mark) => mark?.country ?? [])))].sort();
  const countryOf = truth.map(() => "");
  for (const { marks, columns } of kinds)
    for (const [version, column] of columns.entries())
      if (column !== undefined) countryOf[column] = marks[version]?.country ?? "";
  const attackers: Attacker[] = ["", ...countries].map((country) => ({
    name: country === "" ? "reader" : `manager of country ${country}`,
    reads: (audience) => country === "" || audience === "open",
    knows: (column) => country !== "" && countryOf[column] === country,
    width: 1,
  }));
  const secrets = [...groups, ...changed].map(({ name, columns }): Secret => {
    const rest = (attacker: Attacker) => columns.filter((column) => !attacker.knows(column));
    const asked = (attacker: Attacker) => {
      const unknown = rest(attacker);
      const [placed, size] = [sum(unknown, truth), sum(unknown, most)];
      return size > 0 && (placed === 0 || placed === size);
    };
    return { name, columns, reach: Number.NEGATIVE_INFINITY, asked };
  });
  return guess(
    { truth, most, rows: bands },
    attackers,
    secrets.filter(({ columns }) => columns.length > 0),
  );
}

function kindsOf(result: string, lives: ReturnType<typeof histories>) {
  const kinds = new Map<string, Kind>();
  const truth: number[] = [];
  const most: number[] = [];
  for (const life of lives) {
    const filed = life.map((unit) => unit?.filed.get(result));
    const scores = filed.map((one) => one?.score ?? null);
    if (scores.every((score) => score === null)) continue;
    let turn = -1;
    let last: boolean | undefined;
    const turns = scores.map((score) => {
      if (score === null) return undefined;
      if (last !== score >= 3) turn += 1;
      last = score >= 3;
      return turn;
    });
    const texts = life.map((unit, version) =>
      unit && scores[version] !== null ? markText(unit, filed[version] as Paid) : "",
    );
    const key = `${texts.join(" ")} ${turns.join()}`;
    const known = kinds.get(key);
    const first = truth.length;
    const kind = known ?? {
      marks: life.map((unit, version) => {
        if (!unit || scores[version] === null) return undefined;
        const { funders, grants } = filed[version] as Paid;
        return { ...unit, funders, grants };
      }),
      columns: turns.map((one) => (one === undefined ? undefined : first + one)),
      scored: 0,
    };
    if (!known)
      for (let one = 0; one <= turn; one++) {
        truth.push(0);
        most.push(0);
      }
    for (const column of new Set(kind.columns)) {
      if (column === undefined) continue;
      const version = kind.columns.indexOf(column);
      most[column] = (most[column] as number) + 1;
      if ((scores[version] as number) >= 3) truth[column] = (truth[column] as number) + 1;
    }
    kind.scored += 1;
    kinds.set(key, kind);
  }
  return { kinds: [...kinds.values()], truth, most };
}
