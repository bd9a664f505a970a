import { join } from "node:path";
import { all, openReader, type Store } from "@trama/data/store";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Cell, Change, DistributionClass, Observation, Progress, Quality } from "../../api/contract/index.ts";
import type { Requested } from "../accounts.ts";
import { signInto } from "../sign-in.ts";

const home = inject("sampleHome");

let api: Awaited<ReturnType<typeof signInto>>;
let store: Store;
let sql: <Row>(statement: string, parameters?: readonly unknown[]) => Promise<Row[]>;
/** Reaches Guatemala and Colombia, and one project of Mexico. */
let manager: Requested;

beforeAll(async () => {
  api = await signInto(home);
  manager = await api.as("manager", { countries: ["GTM", "COL"], projects: ["MEX-S1"] });
  store = await openReader(join(home, "releases", "1", "restricted.duckdb"));
  const connection = await store.connect();
  sql = (statement, parameters = []) => all(connection, statement, parameters);
});
afterAll(async () => {
  expect(api.faults).toEqual([]);
  await api.close();
  store.close();
});

async function get<T>(who: Requested, path: string): Promise<T> {
  const response = await who(path);
  const text = await response.text();
  expect([path, response.status, response.status === 200 ? "" : text]).toEqual([path, 200, ""]);
  return JSON.parse(text) as T;
}
const refusal = async (who: Requested, path: string) => {
  const response = await who(path);
  const { code } = (await response.json()) as { code?: string };
  return [response.status, code];
};
const keyOf = (cell: { result: string; country: string | null; year: number }) =>
  [cell.result, cell.country, cell.year].join("|");

describe("a manager's figures", () => {
  it("are the release's own, to the last digit, in the countries of its reach and published bands elsewhere", async () => {
    const { cells } = await get<{ cells: Cell[] }>(manager, "/v1/cells");
    const published = await get<{ cells: Cell[] }>(api.nobody, "/v1/cells");
    const rows = await sql<Record<string, number | string | string[]>>(
      `SELECT * FROM cell WHERE figure = 'in_place' AND presence = 'all' AND audience = 'open' AND country IS NOT NULL AND project IS NULL
       AND type IS NULL AND formality IS NULL AND setting IS NULL AND panel IS NULL AND grant_code IS NULL AND funder IS NULL`,
    );
    const exact = new Map(rows.map((row) => [keyOf(row as never), row]));
    const open = new Map(published.cells.map((cell) => [keyOf(cell), cell]));
    expect(cells).toHaveLength(published.cells.length);
    let compared = 0;
    let banded = 0;
    for (const cell of cells) {
      const band = open.get(keyOf(cell)) as Cell;
      if (!["GTM", "COL"].includes(cell.country as string)) {
        expect(cell).toEqual(band);
        continue;
      }
      const row = exact.get(keyOf(cell)) as Record<string, number>;
      if (cell.status === "no-data") {
        expect(row.status).toBe("no-data");
        continue;
      }
      expect([cell.n, cell.k, cell.share, cell.interval, cell.median, [...cell.flags].sort()]).toEqual([
        [row.n_lo, row.n_hi],
        [row.k_lo, row.k_hi],
        [row.share_lo, row.share_hi],
        [row.interval_lo, row.interval_hi],
        [row.median_lo, row.median_hi],
        [...(row.flags as never as string[])].sort(),
      ]);
      compared += 1;
      if (band.status !== "value") continue;
      banded += 1;
      for (const figure of ["n", "k", "share", "median"] as const) {
        const [lo, hi] = band[figure];
        if (lo === null || hi === null) continue;
        const value = cell[figure][0] as number;
        expect([keyOf(cell), figure, lo <= value && value <= hi]).toEqual([keyOf(cell), figure, true]);
      }
    }
    expect(compared).toBeGreaterThan(150);
    expect(banded).toBeGreaterThan(100);
  });

  it("are counted by type, formality, setting, panel, project and grant as by SQL over the release", async () => {
    for (const [filter, condition, parameters] of [
      ["type=trade-union", "y.type = $1", ["trade-union"]],
      ["formality=informal", "y.formality = $1", ["informal"]],
      ["setting=rural&type=ngo", "y.setting = $1 AND y.type = $2", ["rural", "ngo"]],
    ] as const) {
      const { cells } = await get<{ cells: Cell[] }>(manager, `/v1/cells?country=GTM&${filter}`);
      const counted = await sql<{ result: string; country: string; year: number; n: number; k: number }>(
        `SELECT result, country, year, count(score)::INTEGER AS n, count(*) FILTER (score >= 3)::INTEGER AS k FROM year_score y WHERE country = 'GTM' AND ${condition} GROUP BY ALL`,
        parameters,
      );
      const byKey = new Map(counted.map((row) => [keyOf(row), row]));
      for (const cell of cells.filter(({ status }) => status === "value")) {
        const row = byKey.get(keyOf(cell)) ?? { n: 0, k: 0 };
        expect([filter, keyOf(cell), cell.n, cell.k]).toEqual([filter, keyOf(cell), [row.n, row.n], [row.k, row.k]]);
      }
      expect([filter, cells.length]).toEqual([filter, 16 * 7]);
    }
    for (const [filter, condition] of [
      ["project=MEX-S1", "project = 'MEX-S1'"],
      ["project=GTM-S2", "project = 'GTM-S2'"],
      [
        "grant=SAMPLE-GRANT-01",
        "EXISTS (SELECT 1 FROM funding f WHERE f.grant_code = 'SAMPLE-GRANT-01' AND f.project = y.project AND y.year BETWEEN f.year_from AND f.year_to)",
      ],
    ] as const) {
      const { cells } = await get<{ cells: Cell[] }>(manager, `/v1/cells?by=world&${filter}`);
      const counted = await sql<{ result: string; year: number; scores: number[] }>(
        `SELECT result, year, list_sort(list(score) FILTER (score IS NOT NULL)) AS scores FROM year_score y WHERE ${condition} GROUP BY ALL`,
      );
      expect(cells.length).toBeGreaterThan(50);
      for (const { result, year, scores } of counted) {
        const cell = cells.find((one) => one.result === result && one.year === year);
        const n = scores?.length ?? 0;
        expect([filter, result, year, cell?.n, cell?.k]).toEqual([
          filter,
          result,
          year,
          [n, n],
          [scores?.filter((score) => score >= 3).length ?? 0, scores?.filter((score) => score >= 3).length ?? 0],
        ]);
        if (n > 0) expect(cell?.median).toEqual([scores[Math.ceil(n / 2) - 1], scores[Math.floor(n / 2)]]);
      }
    }
    const panels = await get<{ cells: Cell[] }>(manager, "/v1/cells?country=GTM&panel=women");
    expect(panels.cells.some(({ n }) => (n[0] ?? 0) > 0)).toBe(true);
  });

  it("spread over each score by itself", async () => {
    const { classes } = await get<{ classes: DistributionClass[] }>(manager, "/v1/distribution?country=GTM~COL");
    const counted = await sql<{ result: string; country: string; year: number; score: number; k: number }>(
      "SELECT result, country, year, score, count(*)::INTEGER AS k FROM year_score WHERE country IN ('GTM', 'COL') AND score IS NOT NULL GROUP BY ALL",
    );
    const byKey = new Map(counted.map((row) => [`${keyOf(row)}|${row.score}`, row.k]));
    for (const one of classes) {
      expect(one.score_from).toBe(one.score_to);
      expect(one.k[0]).toBe(byKey.get(`${keyOf(one)}|${one.score_from}`) ?? 0);
    }
    expect(classes.reduce((sum, { k }) => sum + (k[0] ?? 0), 0)).toBe(counted.reduce((sum, { k }) => sum + k, 0));
    const mixed = await get<{ classes: DistributionClass[] }>(manager, "/v1/distribution");
    const beyond = mixed.classes.filter(({ country }) => country === "KEN");
    expect(new Set(beyond.map(({ score_from, score_to }) => `${score_from}-${score_to}`))).toEqual(
      new Set(["0-1", "2-2", "3-4"]),
    );
  });

  it("compare any two years with who gained, who lost, the test, and parts that add up to the crude change", async () => {
    for (const [from, to] of [
      [2019, 2025],
      [2023, 2024],
      [2020, 2023],
    ]) {
      const { changes } = await get<{ changes: Change[] }>(manager, `/v1/change?from=${from}&to=${to}&country=GTM~COL`);
      expect(changes).toHaveLength(32);
      const pairs = await sql<{ result: string; country: string; n: number; gained: number; lost: number }>(
        `SELECT a.result, a.country, count(*)::INTEGER AS n, count(*) FILTER (a.score < 3 AND b.score >= 3)::INTEGER AS gained, count(*) FILTER (a.score >= 3 AND b.score < 3)::INTEGER AS lost
         FROM year_score a JOIN year_score b USING (collective, result) WHERE a.year = $1 AND b.year = $2 AND a.score IS NOT NULL AND b.score IS NOT NULL AND a.country IN ('GTM', 'COL') GROUP BY ALL`,
        [from, to],
      );
      for (const change of changes) {
        const pair = pairs.find(({ result, country }) => result === change.result && country === change.country);
        expect([change.result, change.n[0], change.gained, change.lost]).toEqual([
          change.result,
          pair?.n,
          pair?.gained,
          pair?.lost,
        ]);
        const parts = [change.change, change.joined, change.left, change.started, change.stopped] as number[];
        const crude = (change.crude[1] as number) - (change.crude[0] as number);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(crude, 12);
        expect(change.interval[0] as number).toBeLessThanOrEqual(change.change as number);
        expect(change.interval[1] as number).toBeGreaterThanOrEqual(change.change as number);
        expect((change.transitions as number[][]).flat().reduce((sum, count) => sum + count, 0)).toBe(change.n[0]);
        const [gained, lost] = [change.gained as number, change.lost as number];
        expect(change.p).toBeCloseTo(twoSided(gained, lost), 12);
        expect(change.flags.includes("few-movers")).toBe(gained + lost < 6);
      }
    }
  });

  it("of one year to the next are those that publishing counted for the open side", async () => {
    const counted = await sql<{ result: string; country: string; figure: "gained" | "lost"; k: number }>(
      "SELECT result, country, figure, k_lo AS k FROM cell WHERE year_from = 2023 AND year = 2024 AND presence = 'stayers' AND figure IN ('gained', 'lost') AND country IN ('GTM', 'COL')",
    );
    const { changes } = await get<{ changes: Change[] }>(manager, "/v1/change?from=2023&to=2024&country=GTM~COL");
    expect(counted).toHaveLength(64);
    for (const { result, country, figure, k } of counted)
      expect(changes.find((one) => one.result === result && one.country === country)?.[figure]).toBe(k);
  });

  it("follow the same collectives from baseline to latest, with the project's targets", async () => {
    const { progress } = await get<{ progress: Progress[] }>(manager, "/v1/progress?project=GTM-S1");
    const followed = await sql<{ result: string; baseline: number; latest: number }>(
      "SELECT result, min_by(score, year) AS baseline, max_by(score, year) AS latest FROM year_score WHERE project = 'GTM-S1' AND score IS NOT NULL GROUP BY collective, result HAVING count(DISTINCT year) > 1",
    );
    expect(progress.length).toBe(16);
    for (const one of progress) {
      const own = followed.filter(({ result }) => result === one.result);
      const n = own.length;
      expect(one.n).toEqual([n, n]);
      expect(one.reached[0]).toBe(own.filter(({ latest }) => latest >= 3).length);
      expect(one.moved_away[0]).toBe(own.filter(({ baseline, latest }) => latest < 3 && latest < baseline).length);
      const classes = [one.reached, one.moved_towards, one.stayed, one.moved_away].map(([k]) => k as number);
      expect(classes.reduce((sum, k) => sum + k, 0)).toBe(n);
    }
    const { progress: whole } = await get<{ progress: Progress[] }>(manager, "/v1/progress");
    expect(new Set(whole.map(({ project }) => project))).toEqual(
      new Set(["GTM-S1", "GTM-S2", "COL-S1", "COL-S2", "MEX-S1"]),
    );
    const targets = await sql<{ project: string; result: string; k: number; n: number }>(
      "SELECT project, result, k, n FROM target WHERE country IN ('GTM', 'COL') OR project = 'MEX-S1' QUALIFY row_number() OVER (PARTITION BY project, result ORDER BY year DESC, revision DESC) = 1",
    );
    expect(targets.length).toBeGreaterThan(0);
    for (const { project, result, k, n } of targets)
      expect(whole.find((one) => one.project === project && one.result === result)?.target).toMatchObject({ k, n });
  });
});

describe("a manager's rows", () => {
  it("come a page at a time, all of those in reach and none beyond, with the place each was filed at", async () => {
    const found: Observation[] = [];
    let after = "";
    do {
      const page = await get<{ observations: Observation[]; next: string | null }>(
        manager,
        `/v1/observations?limit=5000&revisions=all${after}`,
      );
      found.push(...page.observations);
      after = page.next === null ? "" : `&after=${page.next}`;
    } while (after !== "");
    const [due] = await sql<{ n: number }>(
      "SELECT count(*)::INTEGER AS n FROM observation WHERE country IN ('GTM', 'COL') OR project = 'MEX-S1'",
    );
    expect(found).toHaveLength(due?.n as number);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect(found.filter(({ country, project }) => !["GTM", "COL"].includes(country) && project !== "MEX-S1")).toEqual(
      [],
    );
    expect(found.every(({ file, sheet, row }) => file !== "" && sheet !== "" && row > 0)).toBe(true);
  });

  it("are walked back to report, sheet and row, as trama trace does", async () => {
    const { rows } = await get<{ rows: { file: string; sheet: string; row: number; sha256: string }[] }>(
      manager,
      "/v1/provenance?result=EX4&country=GTM&year=2023",
    );
    const due = await sql(
      `SELECT o.collective, o.period, o.score, r.name AS file, r.sha256, o.sheet, o."row" FROM observation o JOIN report r USING (report)
       WHERE o.indicator = 'EX4' AND o.country = 'GTM' AND o.year = 2023 AND o.panel = 'accepted'
       QUALIFY row_number() OVER (PARTITION BY o.collective, o.period ORDER BY o.revision DESC) = 1 ORDER BY o.collective, o.period`,
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows).toMatchObject(due);
    const { observations } = await get<{ observations: Observation[] }>(
      manager,
      "/v1/observations?country=GTM&result=EX4&time=2023&panel=accepted&limit=1",
    );
    const [one] = observations as [Observation];
    const walked = await get<{ report: { sha256: string }; counted: boolean; revisions: Observation[] }>(
      manager,
      `/v1/observations/${one.id}/provenance`,
    );
    expect(walked.report.sha256.slice(0, 16)).toBe(one.report);
    expect(walked.revisions.map(({ id }) => id)).toContain(one.id);
    expect(walked.counted).toBe(true);
  });

  it("say how complete, how late and on what evidence they are, and how far raters agree", async () => {
    const { quality } = await get<{ quality: Quality[] }>(manager, "/v1/quality?project=GTM-S1&time=2024");
    expect(quality).toHaveLength(1);
    const [one] = quality as [Quality];
    const [due] = await sql<{ scored: number; collectives: number; weak: number; placed: number }>(
      `SELECT count(score)::INTEGER AS scored, count(DISTINCT collective)::INTEGER AS collectives, count(*) FILTER (score >= 3 AND evidence < 2)::INTEGER AS weak, count(*) FILTER (score >= 3)::INTEGER AS placed
       FROM year_score WHERE project = 'GTM-S1' AND year = 2024`,
    );
    expect(one).toMatchObject({
      scored: due?.scored,
      collectives: due?.collectives,
      due: (due?.collectives ?? 0) * 16,
    });
    expect(one.unverified).toBeCloseTo((due?.weak ?? 0) / (due?.placed ?? 1), 12);
    expect(one.scored + Object.values(one.missing).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(one.due);
    expect(one.evidence.reduce((sum, count) => sum + count, 0)).toBe(one.scored);
    expect(one.double_scored).toBeGreaterThan(0);
    expect(one.agreement).toBeGreaterThan(0);
    const byCountry = await get<{ quality: Quality[] }>(manager, "/v1/quality?by=country&time=2024");
    expect(byCountry.quality.map(({ country }) => country)).toEqual(["COL", "GTM", "MEX"]);
  });

  it("are given as CSV and Arrow too", async () => {
    for (const path of ["/v1/observations?limit=3", "/v1/quality?time=2024", "/v1/cells?country=GTM", "/v1/progress"]) {
      const csv = await manager(path, { headers: { accept: "text/csv" } });
      expect([path, csv.headers.get("content-type")]).toEqual([path, "text/csv; charset=utf-8"]);
      expect((await csv.text()).split("\r\n").length).toBeGreaterThan(2);
      const arrow = await manager(`${path}${path.includes("?") ? "&" : "?"}format=arrow`);
      expect([path, (await arrow.arrayBuffer()).byteLength > 100]).toEqual([path, true]);
    }
  });
});

describe("what lies beyond a reach", () => {
  it("is refused, never answered with nothing", async () => {
    for (const path of [
      "/v1/cells?project=KEN-S1",
      "/v1/cells?grant=SAMPLE-GRANT-03",
      "/v1/cells?project=NO-SUCH-PROJECT",
      "/v1/cells?country=KEN&panel=women",
      "/v1/cells?country=GTM~KEN&panel=women",
      "/v1/cells?country=GTM~KEN&formality=informal",
      "/v1/cells?country=KEN&project=GTM-S1",
      "/v1/cells?by=world&panel=women",
      "/v1/cells?country=GTM~KEN&match=matched&time=2019..2025",
      "/v1/distribution?project=KEN-S1",
      "/v1/distribution?country=KEN&type=ngo",
      "/v1/change?from=2019&to=2025&country=GTM~KEN",
      "/v1/change?from=2019&to=2025&country=KEN",
      "/v1/change?from=2019&to=2025&by=world",
      "/v1/change?from=2023&to=2024&project=KEN-S1",
      "/v1/progress?project=KEN-S1",
      "/v1/progress?grant=SAMPLE-GRANT-03",
      "/v1/observations?country=KEN",
      "/v1/observations?project=KEN-S1",
      "/v1/observations?grant=SAMPLE-GRANT-03",
      "/v1/observations/999999999/provenance",
      "/v1/provenance?result=ST1&country=KEN&year=2023",
      "/v1/quality?country=KEN",
      "/v1/quality?project=KEN-S1",
      "/v1/indicators?country=KEN",
      "/v1/published-results?country=KEN",
    ]) {
      const [status, code] = await refusal(manager, path);
      expect([
        path,
        status,
        /^(reach\.outside|filter\.not-permitted|years\.not-permitted)$/.test(String(code)),
      ]).toEqual([path, 403, true]);
    }
  });

  it("is not told by whether a row exists: one of another's and one of nobody's are refused alike", async () => {
    const [other] = await sql<{ id: number }>("SELECT rowid AS id FROM observation WHERE country = 'KEN' LIMIT 1");
    const one = await manager(`/v1/observations/${other?.id}/provenance`);
    const none = await manager("/v1/observations/999999999/provenance");
    expect([one.status, await one.text()]).toEqual([none.status, await none.text()]);
  });

  it("asks to sign in first, whatever else the question is", async () => {
    for (const path of [
      "/v1/observations",
      "/v1/observations?nonsense=1",
      "/v1/observations/1/provenance",
      "/v1/provenance",
      "/v1/quality",
      "/v1/progress",
      "/v1/progress?project=GTM-S1",
      "/v1/indicators",
      "/v1/published-results",
    ])
      expect([path, await refusal(api.nobody, path)]).toEqual([path, [401, "sign-in.required"]]);
  });

  it("leaves public answers as they are, byte for byte, for researchers and admins", async () => {
    const [researcher, admin] = [await api.as("researcher"), await api.as("admin")];
    for (const path of ["/v1/cells", "/v1/cells?by=region", "/v1/distribution", "/v1/change?from=2023&to=2024"]) {
      const open = await (await api.nobody(path)).text();
      for (const who of [researcher, admin]) {
        const response = await who(path);
        expect(response.headers.get("cache-control")).toBe("private, no-store");
        expect((await response.text()) === open).toBe(true);
      }
    }
    for (const path of ["/v1/observations", "/v1/quality", "/v1/progress", "/v1/indicators", "/v1/published-results"])
      for (const who of [researcher, admin])
        expect([path, await refusal(who, path)]).toEqual([path, [403, "role.not-permitted"]]);
  });
});

/** Two-sided exact binomial probability, summed term by term. */
function twoSided(gained: number, lost: number): number {
  const n = gained + lost;
  let [term, sum] = [1, 0];
  for (let k = 0; k <= Math.min(gained, lost); k += 1) {
    sum += term;
    term = (term * (n - k)) / (k + 1);
  }
  return Math.min(1, (2 * sum) / 2 ** n);
}
