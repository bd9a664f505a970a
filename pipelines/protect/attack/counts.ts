import { granteeWidth, insideWidth, minimum, outsideWidth, projectWidth } from "../limits.ts";
import { shareOut } from "../share-out.ts";
import { type Believed, counts, histories, type Marks, ofYear } from "./believed.ts";
import { type Attacker, guess, type Secret } from "./guess.ts";
import { groupBy, type PublicRow, rowName } from "./published.ts";

/** Unknowns of an attacker: how many collectives have the same marks in every release. */
interface Kind {
  readonly marks: readonly (Marks | undefined)[];
  count: number;
}

/**
 * Puts all counts of a year together that any kept release shows, and bounds what the newest withholds: a reader who
 * pools what donors are told, the managers of each country and each project with the rows that they know, each donor
 * with its grantees. Sought are small counts, what donors leave of open cells, and changes of few collectives. Names
 * what comes out too narrow, by attacker.
 */
export async function attackCounts(rows: readonly PublicRow[], believed: readonly Believed[], threads = 0) {
  const figures = groupBy(
    rows.filter(({ figure }) => figure === "collectives"),
    ({ year }) => String(year),
  );
  const now = Math.max(...believed.map(({ release }) => release));
  const found = await shareOut(
    { module: import.meta.url, name: "attackYear", run: attackYear },
    [...figures].map(
      ([year, group]) =>
        () =>
          [group, threads > 0 ? ofYear(believed, Number(year), []) : believed, Number(year), now] as const,
    ),
    { threads },
  );
  return found.flat();
}

/** What attackers find in the counts of one year. */
export async function attackYear(rows: readonly PublicRow[], believed: readonly Believed[], year: number, now: number) {
  const newest = rows.filter(({ release }) => release === now);
  const at = (release: number) => believed.findIndex((one) => one.release === release);
  const kinds = kindsOf(believed, year, newest);
  const columnsOf = (row: PublicRow, release: number) =>
    kinds.flatMap(({ marks }, column) => {
      const mark = marks[at(release)];
      return mark && counts(row, mark) ? [column] : [];
    });
  const sum = (columns: readonly number[]) => columns.reduce((total, column) => total + (kinds[column]?.count ?? 0), 0);
  const equations = rows
    .filter(({ status }) => status === "value")
    .map((row) => ({
      columns: columnsOf(row, row.as_of),
      lo: row.n_lo as number,
      hi: row.n_hi as number,
      audience: row.audience,
    }))
    // What an erasure took away cannot be judged by what is left.
    .filter(({ columns, lo, hi }) => lo <= sum(columns) && sum(columns) <= hi);
  const secrets: Secret[] = [];
  for (const row of newest.filter(({ status }) => status !== "no-data")) {
    const columns = columnsOf(row, now);
    const name = rowName(row);
    if (row.status === "withheld" && sum(columns) < minimum)
      secrets.push({ name, columns, reach: minimum, asked: (attacker) => concerns(attacker, columns, kinds) });
    if (row.funder !== null) {
      const whole = columnsOf({ ...row, funder: null, grant_code: null }, now).filter(
        (column) => !columns.includes(column),
      );
      if (sum(whole) < minimum)
        secrets.push({
          name: `what is left of ${name}`,
          columns: whole,
          reach: minimum,
          asked: ({ name: who }) => who === "reader",
        });
    }
    for (const { release } of believed) {
      if (release === now) continue;
      const [was, is] = [new Set(columnsOf(row, release)), new Set(columns)];
      const moved = kinds.flatMap((_, column) => (was.has(column) === is.has(column) ? [] : [column]));
      const touched = sum(moved);
      if (touched === 0 || touched >= minimum) continue;
      const weights = moved.map((column) => (is.has(column) ? 1 : -1));
      const asked = (attacker: Attacker) => concerns(attacker, moved, kinds);
      secrets.push({ name: `change of ${name}`, columns: moved, weights, reach: Number.NEGATIVE_INFINITY, asked });
    }
  }
  const guessed = {
    truth: kinds.map(({ count }) => count),
    most: kinds.map(() => Number.POSITIVE_INFINITY),
    rows: equations,
  };
  return guess(
    guessed,
    attackersOf(kinds),
    secrets.filter(({ columns }) => columns.length > 0),
  );
}

/** A manager of a country is asked about every place elsewhere, others about collectives that they do not know. */
function concerns(attacker: Attacker, columns: readonly number[], kinds: readonly Kind[]): boolean {
  if (attacker.name === "reader" || attacker.name.startsWith("manager of country")) return true;
  return columns.some((column) => !attacker.knows(column) && (kinds[column]?.count ?? 0) > 0);
}

function attackersOf(kinds: readonly Kind[]): Attacker[] {
  const among = (of: (marks: Marks) => readonly string[]) =>
    [...new Set(kinds.flatMap(({ marks }) => marks.flatMap((mark) => (mark ? of(mark) : []))))].sort();
  const knower = (of: (marks: Marks) => readonly string[], one: string) => {
    const known = kinds.map(({ marks }) => marks.some((mark) => mark !== undefined && of(mark).includes(one)));
    return (column: number) => known[column] as boolean;
  };
  const open = (audience: string) => audience === "open";
  const [countryOf, projectsOf, fundersOf] = [
    ({ country }: Marks) => [country],
    ({ projects }: Marks) => projects,
    ({ funders }: Marks) => funders,
  ];
  return [
    { name: "reader", reads: () => true, knows: () => false, width: outsideWidth },
    ...among(countryOf).map((one) => ({
      name: `manager of country ${one}`,
      reads: open,
      knows: knower(countryOf, one),
      width: insideWidth,
    })),
    ...among(projectsOf).map((one) => ({
      name: `manager of project ${one}`,
      reads: open,
      knows: knower(projectsOf, one),
      width: projectWidth,
    })),
    ...among(fundersOf).map((one) => ({
      name: `donor ${one}`,
      reads: (audience: string) => audience === "open" || audience === one,
      knows: knower(fundersOf, one),
      width: granteeWidth,
    })),
  ];
}

function kindsOf(believed: readonly Believed[], year: number, newest: readonly PublicRow[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const history of histories(believed, year)) {
    const marks = history.map(
      (unit) => unit && { ...unit, projects: unit.projects, funders: unit.funders, grants: unit.grants },
    );
    const key = JSON.stringify(
      marks.map((mark) => mark && [mark.country, mark.type, mark.projects, mark.funders, mark.grants]),
    );
    const kind = kinds.get(key) ?? { marks, count: 0 };
    kind.count += 1;
    kinds.set(key, kind);
  }
  const here = new Set(
    [...kinds.values()].flatMap(({ marks }) => marks.at(-1) ?? []).map((mark) => `${mark.country} ${mark.type}`),
  );
  for (const { country, region, type, status } of newest) {
    if (country === null || region === null || type === null || status === "no-data" || here.has(`${country} ${type}`))
      continue;
    const mark = { country, region, type, projects: [], funders: [], grants: [] };
    kinds.set(`nobody ${country} ${type}`, { marks: believed.map(() => mark), count: 0 });
  }
  return [...kinds.values()];
}
