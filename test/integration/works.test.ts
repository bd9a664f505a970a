import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAccounts } from "../../api/accounts/accounts.ts";
import { createApp } from "../../api/app.ts";
import type { FiledReport } from "../../api/contract/index.ts";
import { openReleases } from "../../api/release.ts";
import { openRestricted } from "../../api/restricted/restricted.ts";
import { openSubmissions } from "../../api/works/submissions.ts";
import { openWorks } from "../../api/works/works.ts";
import { asNew, type Requested, sending } from "../accounts.ts";
import { type Office, office, resultsHeader } from "../office.ts";

let team: Office;
let api: Awaited<ReturnType<typeof serving>>;
let gtm: Requested;
let p2: Requested;
let admin: Requested;

async function serving(home: string) {
  const faults: string[] = [];
  const say = (line: string) => faults.push(line);
  const accounts = await openAccounts(home);
  const releases = openReleases(join(home, "releases"));
  const restricted = openRestricted(join(home, "releases"), releases);
  const works = openWorks({
    home,
    child: fileURLToPath(new URL("../../pipelines/asked/child.js", import.meta.url)),
    compilerOptions: fileURLToPath(new URL("../../tsconfig.base.json", import.meta.url)),
  });
  const submissions = await openSubmissions(home, accounts, works, () => new Date(), say);
  const app = createApp({ releases, accounts, restricted, works: { works, submissions }, say });
  return {
    app,
    accounts,
    faults,
    async close() {
      await works.close();
      restricted.close();
      accounts.close();
      await releases.close();
    },
  };
}

/** Six collectives of each project, so that a release has figures. */
const lines = (project: string, country: string, year: number, score: number) =>
  Array.from({ length: 6 }, (_, one) => `${project},${country},${year},1,${project}c${one},ST1,,${score},2,`);
const csv = (rows: readonly string[]) => `${[resultsHeader, ...rows].join("\n")}\n`;
const post = (who: Requested, name: string, body: string, more = "") =>
  who(`/v1/reports?name=${encodeURIComponent(name)}${more}`, {
    method: "POST",
    body,
    headers: { "content-type": "application/octet-stream" },
  });
const filed = async (who: Requested, name: string, body: string, more = "") =>
  (await (await post(who, name, body, `&wait=true${more}`)).json()) as FiledReport;
const codeOf = async (response: Promise<Response>) => {
  const answer = await response;
  return [answer.status, ((await answer.json()) as { code?: string }).code];
};

beforeAll(async () => {
  team = await office("works");
  await team.ingest(
    await team.report("first.csv", [
      ...lines("P1", "GTM", 2023, 2),
      ...lines("P2", "GTM", 2023, 2),
      ...lines("P3", "KEN", 2023, 2),
    ]),
  );
  const published = await team.run("publish", "--json");
  expect([published.code, published.stderr]).toEqual([0, expect.anything()]);
  api = await serving(team.home);
  gtm = await asNew(api.app, api.accounts, { name: "gtm", role: "manager", scope: { countries: ["GTM"] } });
  p2 = await asNew(api.app, api.accounts, { name: "p2", role: "manager", scope: { projects: ["P2"] } });
  admin = await asNew(api.app, api.accounts, { name: "root", role: "admin", scope: {} });
});
afterAll(async () => {
  expect(api.faults).toEqual([]);
  await api.close();
});

describe("a report filed over HTTP", () => {
  it("takes the pipeline's own road, says what became of each row, and gives the workbook back marked", async () => {
    const taken = await post(
      gtm,
      "second.csv",
      csv([...lines("P1", "GTM", 2024, 3), "P1,GTM,2024,1,x,ST1,,9,2,", "P1,GTM,2024,1,y,ST1,,3,2,words of somebody"]),
    );
    expect(taken.status).toBe(202);
    const { id, status } = (await taken.json()) as FiledReport;
    expect(taken.headers.get("location")).toBe(`/v1/reports/${id}`);
    expect(["waiting", "filing"]).toContain(status);
    const events = await (await gtm(`/v1/reports/${id}/events`)).text();
    expect(events).toMatch(/event: progress[\s\S]*event: done/);
    expect(events).toMatch(/"stage":"load"/);
    const report = (await (await gtm(`/v1/reports/${id}`)).json()) as FiledReport;
    expect(Object.keys(report).sort()).toEqual(
      ["id", "status", "stage", "dry_run", "sent_at", "done_at", "outcome", "workbook"].sort(),
    );
    expect(report).toMatchObject({ status: "done", dry_run: false, workbook: `/v1/reports/${id}/workbook` });
    expect(report.outcome).toMatchObject({
      status: "loaded",
      source: "entry",
      rows: { read: 9, accepted: 7, rejected: 1, quarantined: 0, skipped: 1 },
    });
    expect(report.outcome?.issues.find(({ severity }) => severity === "error")).toMatchObject({ row: 8, value: "9" });
    const workbook = await gtm(`/v1/reports/${id}/workbook`);
    const { sheets } = await readXlsx(new Uint8Array(await workbook.arrayBuffer()));
    const cells = [...(sheets[0]?.cells ?? new Map()).values()] as { comment?: { text: string } }[];
    expect(cells.some(({ comment }) => comment !== undefined)).toBe(true);
    const own = (await (await gtm("/v1/reports")).json()) as { reports: { id: string }[] };
    expect(own.reports.map((one) => one.id)).toEqual([id]);
    expect(await codeOf(p2(`/v1/reports/${id}`))).toEqual([404, "report.unknown"]);
    expect(await codeOf(admin(`/v1/reports/${id}/workbook`))).toEqual([404, "report.unknown"]);
  });

  it("is a duplicate when filed again, and changes nothing as a dry run", async () => {
    const dry = await filed(gtm, "third.csv", csv(lines("P1", "GTM", 2025, 3)), "&dry_run=true");
    expect([dry.status, dry.dry_run, dry.outcome?.rows.accepted]).toEqual(["done", true, 6]);
    const first = await filed(gtm, "third.csv", csv(lines("P1", "GTM", 2025, 3)));
    expect(first.outcome?.status).toBe("loaded");
    const again = await filed(gtm, "third.csv", csv(lines("P1", "GTM", 2025, 3)));
    expect(again.outcome?.status).toBe("duplicate");
  });

  it("may come as a form, and with any name it may have", async () => {
    for (const [at, name] of [
      "../../outside.csv",
      "..\\x.csv",
      "a/b/c.csv",
      "   ",
      ".hidden",
      "💧\u0000.csv",
    ].entries()) {
      const form = new FormData();
      form.set("file", new File([csv([`P1,GTM,2022,1,n${at},ST2,,2,2,`])], name));
      const report = (await (await gtm("/v1/reports?wait=true", { method: "POST", body: form })).json()) as FiledReport;
      expect([name, report.outcome?.status]).toEqual([name, "loaded"]);
    }
    expect((await readdir(team.folder)).filter((name) => /outside|hidden/.test(name))).toEqual([]);
    expect(await readdir(join(team.home, "filed", "spool"))).toEqual([]);
  });

  it("is refused whole where a row lies beyond the reach, or speaks of what others report about", async () => {
    const refused = async (who: Requested, rows: readonly string[]) => {
      const { status, outcome } = await filed(who, "beyond.csv", csv(rows));
      return [status, outcome?.error?.code];
    };
    expect(await refused(gtm, [...lines("P1", "GTM", 2026, 2), "P3,KEN,2026,1,k,ST1,,2,2,"])).toEqual([
      "refused",
      "reach.rows",
    ]);
    expect(await refused(p2, lines("P1", "GTM", 2026, 2))).toEqual(["refused", "reach.rows"]);
    // A collective of another project, under the project of one's own; another's project, under a country of one's own.
    expect(await refused(p2, ["P2,GTM,2026,1,P1c0,ST1,,0,2,"])).toEqual(["refused", "reach.others"]);
    expect(await refused(gtm, ["P3,GTM,2026,1,new,ST1,,0,2,"])).toEqual(["refused", "reach.others"]);
    const { observations } = (await (await gtm("/v1/observations?time=2026")).json()) as { observations: unknown[] };
    expect(observations).toEqual([]);
    expect((await filed(p2, "own.csv", csv(lines("P2", "GTM", 2024, 3)))).outcome?.status).toBe("loaded");
    expect((await filed(admin, "any.csv", csv(lines("P3", "KEN", 2024, 3)))).outcome?.status).toBe("loaded");
  });

  it("is refused before it is read where it is too large, empty, or nobody's who may file", async () => {
    expect(await codeOf(post(gtm, "big.csv", "x".repeat(51 * 1024 * 1024)))).toEqual([413, "body.too-large"]);
    expect(await codeOf(post(gtm, "empty.csv", ""))).toEqual([400, "report.no-file"]);
    expect(await codeOf(gtm("/v1/reports", { method: "POST", body: "x" }))).toEqual([400, "report.no-file"]);
    const donor = await asNew(api.app, api.accounts, { name: "d", role: "donor", scope: { donors: ["donor-a"] } });
    expect(await codeOf(post(donor, "x.csv", csv(lines("P1", "GTM", 2024, 1))))).toEqual([403, "role.not-permitted"]);
    const nobody: Requested = async (path, init) => api.app.request(path, init);
    expect(await codeOf(post(nobody, "x.csv", "x"))).toEqual([401, "sign-in.required"]);
    const { account } = await api.accounts.people.add({
      name: "r",
      role: "manager",
      scope: { countries: ["GTM"] },
      oneTime: false,
    });
    const { secret } = await api.accounts.tokens.make(account.id, { label: "r", uses: ["read"], days: 1 });
    const reader: Requested = async (path, init = {}) =>
      api.app.request(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${secret}` } });
    expect(await codeOf(post(reader, "x.csv", csv(lines("P1", "GTM", 2024, 1))))).toEqual([403, "token.not-for-this"]);
    expect((await filed(gtm, "strange.bin", "\u0000\u0001\u0002not a report")).status).toBe("refused");
    expect(await readdir(join(team.home, "filed", "spool"))).toEqual([]);
  });

  it("leaves no words of the report in the home, but sealed", async () => {
    for (const name of await readdir(team.home, { recursive: true })) {
      const bytes = await readFile(join(team.home, name)).catch(() => Buffer.alloc(0));
      expect([name, bytes.includes("words of somebody")]).toEqual([name, false]);
    }
  });
});

describe("what waits for a person", () => {
  it("is listed, shown and decided by managers in reach, and unknown to others", async () => {
    const { held } = (await (await gtm("/v1/review")).json()) as { held: { held: string; rule: string }[] };
    expect(held.map(({ rule }) => rule)).toEqual(["text.held"]);
    const name = held[0]?.held as string;
    expect((await (await p2("/v1/review")).json()) as unknown).toEqual({ held: [] });
    for (const attempt of [
      p2(`/v1/review/${name}`),
      p2(`/v1/review/${name}`, sending("POST", { decision: "released" })),
    ])
      expect(await codeOf(attempt)).toEqual([404, "held.unknown"]);
    expect(((await (await gtm(`/v1/review/${name}`)).json()) as { words: string }).words).toBe("words of somebody");
    const decided = await gtm(`/v1/review/${name}`, sending("POST", { decision: "refused", reason: "may identify" }));
    expect((await decided.json()) as unknown).toMatchObject({ decision: "refused" });
    expect(await codeOf(gtm(`/v1/review/${name}`, sending("POST", { decision: "released" })))).toEqual([
      404,
      "held.unknown",
    ]);
  });
});

describe("a draft", () => {
  it("says what the next release would say in reach and how it differs, and publishes nothing", async () => {
    const draft = (await (await gtm("/v1/draft")).json()) as {
      release: number;
      reports: { file: string }[];
      figures: { now: number; next: number; changed: number };
      differences: {
        country: string;
        project: string | null;
        year: number;
        before: unknown;
        after: unknown;
        result: string;
      }[];
    };
    expect(draft.release).toBe(1);
    expect(draft.reports.map(({ file }) => file)).toEqual(
      expect.arrayContaining(["second.csv", "third.csv", "own.csv"]),
    );
    expect(draft.reports.map(({ file }) => file)).not.toContain("any.csv");
    expect(
      draft.differences.find(({ project, year, result }) => project === null && year === 2024 && result === "ST1"),
    ).toMatchObject({
      country: "GTM",
      before: null,
      after: { n: 13, k: 13 },
    });
    expect(new Set(draft.differences.map(({ country }) => country))).toEqual(new Set(["GTM"]));
    expect(draft.figures.changed).toBe(draft.differences.length);
    const narrow = (await (await p2("/v1/draft")).json()) as typeof draft;
    expect(narrow.differences).toEqual([
      { result: "ST1", country: "GTM", project: "P2", year: 2024, before: null, after: { n: 6, k: 6 } },
    ]);
    expect(await codeOf(admin("/v1/draft"))).toEqual([403, "role.not-permitted"]);
    expect(((await (await admin("/v1/health")).json()) as { release: number }).release).toBe(1);
    expect((await readdir(join(team.home, "releases"))).filter((name) => name.includes("draft"))).toEqual([]);
  });

  it("becomes the release once a manager publishes", async () => {
    expect(await codeOf(api.app.request("/v1/releases", sending("POST", {})) as Promise<Response>)).toEqual([
      401,
      "sign-in.required",
    ]);
    const published = await gtm("/v1/releases", sending("POST", { note: "Reports of 2024" }));
    expect([published.status, await published.json()]).toEqual([
      201,
      expect.objectContaining({ release: 2, note: "Reports of 2024" }),
    ]);
    const { cells } = (await (await gtm("/v1/cells?country=GTM&time=2024&result=ST1")).json()) as {
      cells: { n: number[]; k: number[] }[];
    };
    expect(cells).toMatchObject([{ n: [13, 13], k: [13, 13] }]);
    const again = (await (await gtm("/v1/draft")).json()) as { figures: { changed: number } };
    expect(again.figures.changed).toBe(0);
  });
});

describe("an erasure", () => {
  it("is followed by the running server: the collective is gone from rows and outcomes, the rest is answered", async () => {
    const rows = async () =>
      ((await (await gtm("/v1/observations?revisions=all")).json()) as { observations: { collective: string }[] })
        .observations;
    const before = await rows();
    const gone = before[0]?.collective as string;
    const erased = await team.run("erase", gone);
    expect([erased.code, erased.stderr]).toEqual([0, ""]);
    const after = await rows();
    expect(after.length).toBe(before.filter(({ collective }) => collective !== gone).length);
    expect(after.some(({ collective }) => collective === gone)).toBe(false);
    const { reports } = (await (await gtm("/v1/reports")).json()) as { reports: { id: string }[] };
    const report = (await (await gtm(`/v1/reports/${reports[0]?.id}`)).json()) as FiledReport;
    expect(report.outcome).toBeNull();
  });
});
