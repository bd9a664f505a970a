import type {
  Cell,
  CellsAnswer,
  CountriesAnswer,
  FrameworkAnswer,
  Health,
  ReleaseChangesAnswer,
} from "@trama/api/contract";

/** Plain answers in the shapes of the contract: three countries, three results, three years. */

const result = (code: string, dimension: string, subdimension: string | null, label: string) => ({
  code,
  kind: "result" as const,
  dimension,
  subdimension,
  label,
  short: label,
  definition: label,
  anchors: ["a", "b", "c", "d", "e"],
  verification: [],
  links: { results: [], actions: [], capacities: [] },
});

export const health: Health = {
  status: "ok",
  release: 7,
  made_at: "2026-03-04T00:00:00Z",
  synthetic: true,
  framework: "0.1.0",
};

export const framework: FrameworkAnswer = {
  release: 7,
  version: "0.1.0",
  status: "proposal",
  source: "The publication",
  lang: "en",
  reviewed: true,
  dimensions: [
    { code: "spatial-territorial", label: "Territory" },
    { code: "interaction-networks", label: "Networks" },
  ],
  subdimensions: [
    { code: "internal", label: "Inner networks" },
    { code: "external", label: "Outer networks" },
  ],
  levels: [],
  missing: [],
  results: [
    result("ST1", "spatial-territorial", null, "Knows what happens"),
    result("IN1", "interaction-networks", "internal", "Holds together"),
    result("EX1", "interaction-networks", "external", "Decides <jointly>"),
  ],
  actions: [],
  capacities: [],
  ties: [],
  traits: [],
};

const country = (code: string, region: string, en: string, es: string, fr: string) => ({
  country: code,
  name: { en, es, fr },
  region,
  m49: "000",
  escazu: { party: false, since: null },
  collective_measures_in_law: false,
  years: [2023, 2024, 2025],
  cells: { value: 3, withheld: 0 },
});

export const countries: CountriesAnswer = {
  release: 7,
  countries: [
    country("GTM", "americas", "Guatemala", "Guatemala", "Guatemala"),
    country("DEU", "europe", "Germany", "Alemania", "Allemagne"),
    country("THA", "asia", "Thailand", "Tailandia", "Thaïlande"),
  ],
  regions: [
    { region: "americas", name: { en: "Americas", es: "América", fr: "Amériques" } },
    { region: "europe", name: { en: "Europe", es: "Europa", fr: "Europe" } },
    { region: "asia", name: { en: "Asia", es: "Asia", fr: "Asie" } },
  ],
};

/** A cell of k of n; without figures, the status says why. */
export function cell(about: Partial<Cell> & { k_of_n?: readonly [k: number, n: number] } = {}): Cell {
  const { k_of_n: [k, n] = [6, 12], ...rest } = about;
  const figures = { n: [n, n], k: [k, k], share: [k / n, k / n], interval: [0.254, 0.746], median: [2, 3] };
  const nothing = {
    n: [null, null],
    k: [null, null],
    share: [null, null],
    interval: [null, null],
    median: [null, null],
  };
  return {
    result: "ST1",
    dimension: "spatial-territorial",
    sub_dimension: null,
    country: "GTM",
    region: "americas",
    year: 2025,
    type: null,
    status: "value",
    flags: [],
    as_of: 7,
    ...((rest.status ?? "value") === "value" ? figures : nothing),
    ...rest,
  } as Cell;
}

export const cells: CellsAnswer = {
  release: 7,
  cells: [
    cell({ year: 2023, k_of_n: [0, 11] }),
    cell({ year: 2024, status: "withheld" }),
    cell({ year: 2025, k_of_n: [6, 12] }),
    cell({ country: "DEU", region: "europe", year: 2025, k_of_n: [3, 8] }),
    cell({ country: "THA", region: "asia", year: 2025, status: "withheld" }),
    cell({ result: "IN1", year: 2025, status: "not-applicable" }),
  ],
};

export const releaseChanges: ReleaseChangesAnswer = {
  release: 7,
  since: 6,
  note: null,
  added: 2,
  changed: 1,
  withdrawn: 0,
  countries: ["GTM", "THA"],
  results: ["ST1"],
};

const change = (result: string, interval: [number, number] | null) => ({
  ...{ result, country: "GTM", region: "americas", from: 2024, to: 2025, crude: [0.4, 0.5], n: [10, 20] },
  ...{
    before: [0.3, 0.4],
    after: [0.5, 0.6],
    change: 0.2,
    interval: interval ?? [null, null],
    gained: null,
    lost: null,
  },
  ...{ p: null, joined: null, left: null, started: null, stopped: null, flags: interval ? ["small-n"] : [] },
  status: interval ? "value" : "withheld",
});

export const changes = { release: 7, changes: [change("ST1", [0.1, 0.3]), change("IN1", null)] };

const scores = (score_from: number, score_to: number, share: [number, number]) => ({
  ...{ result: "ST1", country: "GTM", region: "americas", year: 2025, score_from, score_to, status: "value" },
  ...{ n: [20, 24], k: [4, 8], share },
});

export const distribution = {
  release: 7,
  classes: [scores(0, 1, [0.1, 0.2]), scores(2, 2, [0.2, 0.3]), scores(3, 4, [0.5, 0.7])],
};

export const completeness = {
  ...{ release: 7, made_at: "2026-03-04T00:00:00Z", as_of: "2026-03-03T00:00:00Z", results: 3 },
  completeness: [{ country: "GTM", region: "americas", year: 2025, value: 2, withheld: 1, no_data: 0 }],
  protection: { minimum: 5, eligible: 9, published: 8, attacks: { reader: 0, managers: 0 } },
};

/** A way to read the answers; whatever is named in `instead` is answered, or refused when it is an error. */
export function loader(instead: Readonly<Record<string, unknown>> = {}) {
  return async <T>(path: string): Promise<T> => {
    const route = path.split("?")[0] as string;
    const all: Record<string, unknown> = {
      "/v1/health": health,
      "/v1/framework": framework,
      "/v1/countries": countries,
      "/v1/cells": inQuery(path),
      "/v1/release-changes": releaseChanges,
      "/v1/change": changes,
      "/v1/distribution": distribution,
      "/v1/completeness": completeness,
      "/v1/standardised": { release: 7, regions: [] },
      ...instead,
    };
    const answer = all[route];
    if (answer === undefined || (answer as { status?: unknown }).status === 403) throw answer;
    return answer as T;
  };
}

function inQuery(path: string): CellsAnswer {
  const query = new URLSearchParams(path.split("?")[1]);
  const [from, to = from] = (query.get("time") ?? "2000..2100").split("..").map(Number) as [number, number?];
  const results = query.get("result")?.split("~");
  return {
    release: 7,
    cells: cells.cells.filter(
      ({ year, result }) => year >= from && year <= (to as number) && (!results || results.includes(result)),
    ),
  };
}
