import type { PublicRow } from "./published.ts";

/** A collective as one release believed it; scores by result, null where a missing code was filed. */
export interface Member {
  readonly collective: string;
  readonly country: string;
  readonly region: string;
  readonly year: number;
  readonly type: string;
  readonly projects: readonly string[];
  readonly funders: readonly string[];
  readonly grants: readonly string[];
  readonly filed: FiledBy;
  /** The same collective a year earlier and a year later. */
  readonly previous?: { readonly filed: FiledBy } | undefined;
  readonly next?: { readonly filed: FiledBy } | undefined;
}

type FiledBy = Pick<ReadonlyMap<string, Paid>, "get">;

/** A score with who filed it and paid for it. */
export interface Paid {
  readonly score: number | null;
  readonly projects: readonly string[];
  readonly funders: readonly string[];
  readonly grants: readonly string[];
}

/** All that was believed when a release was made: what insiders know parts of, and what findings are judged by. */
export interface Believed {
  readonly release: number;
  readonly units: readonly Member[];
}

/** What tells collectives apart for an attacker. */
export type Marks = Pick<Member, "country" | "region" | "type" | "projects" | "funders" | "grants">;

/** Whether a row counts a collective of those marks. */
export function counts(row: PublicRow, { country, region, type, funders, grants }: Marks): boolean {
  if (row.country !== null ? row.country !== country : row.region !== null && row.region !== region) return false;
  if (row.type !== null && row.type !== type) return false;
  if (row.grant_code !== null) return grants.includes(JSON.stringify([row.funder, row.grant_code]));
  return row.funder === null || funders.includes(row.funder);
}

/** What was believed of a year, in a form that a thread can be told; `results` are those whose scores it needs. */
export function ofYear(believed: readonly Believed[], year: number, results: readonly string[]): Believed[] {
  const those = ({ filed }: { filed: FiledBy }) =>
    new Map(
      results.flatMap((result) => {
        const paid = filed.get(result);
        return paid ? [[result, paid] as const] : [];
      }),
    );
  const beside = (unit: { filed: FiledBy } | undefined) => unit && results.length > 0 && { filed: those(unit) };
  return believed.map(({ release, units }) => ({
    release,
    units: units
      .filter((unit) => unit.year === year)
      .map(({ collective, country, region, type, projects, funders, grants, filed, previous, next }) => ({
        ...{ collective, country, region, year, type, projects, funders, grants },
        filed: those({ filed }),
        previous: beside(previous) || undefined,
        next: beside(next) || undefined,
      })),
  }));
}

const texts = new WeakMap<readonly string[], string>();

function textOf(list: readonly string[]): string {
  const known = texts.get(list);
  if (known !== undefined) return known;
  const text = JSON.stringify(list);
  texts.set(list, text);
  return text;
}

/** The same text for the same marks, with who paid for all of a collective's rows or for one. */
export function markText(
  { country, type }: Pick<Marks, "country" | "type">,
  { projects, funders, grants }: Pick<Marks, "projects" | "funders" | "grants">,
): string {
  return `${country}|${type}|${textOf(projects)}${textOf(funders)}${textOf(grants)}`;
}

/** The collectives of a year through all releases: one list for each, a place for each release. */
export function histories(believed: readonly Believed[], year: number): (Member | undefined)[][] {
  const found = new Map<string, (Member | undefined)[]>();
  believed.forEach(({ units }, at) => {
    for (const unit of units) {
      if (unit.year !== year) continue;
      const name = `${unit.collective} ${unit.country}`;
      const history = found.get(name) ?? believed.map(() => undefined);
      history[at] = unit;
      found.set(name, history);
    }
  });
  return [...found.values()];
}
