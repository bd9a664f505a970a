import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openAccounts } from "../../api/accounts/accounts.ts";
import { createApp } from "../../api/app.ts";
import { openReleases } from "../../api/release.ts";
import { type DocumentsOptions, openDocuments } from "../../api/works/documents.ts";
import { asNew, type Requested } from "../accounts.ts";
import { emptyFolder, trama } from "../home.ts";

const child = fileURLToPath(new URL("../../commands/asked/child.js", import.meta.url));
const compilerOptions = fileURLToPath(new URL("../../tsconfig.base.json", import.meta.url));
const ends: (() => Promise<void>)[] = [];
const faults: string[] = [];

/** A server's app over the sample home, with limits of its own. */
async function serving(limits: Partial<DocumentsOptions> = {}) {
  const home = inject("sampleHome");
  const folder = await emptyFolder("documents");
  const accounts = await openAccounts(join(folder, "home"), { keys: join(folder, "keys") });
  const releases = openReleases(join(home, "releases"));
  const say = (line: string) => faults.push(line);
  const documents = openDocuments({ child, home, compilerOptions, say, ...limits });
  const app = createApp({ releases, accounts, documents, say });
  ends.push(async () => {
    await documents.close();
    accounts.close();
    await releases.close();
  });
  const open: Requested = async (path, init) => app.request(path, init);
  return { app, accounts, open, documents };
}

interface Event {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}
const eventsOf = async (response: Response): Promise<Event[]> =>
  [...(await response.text()).matchAll(/event: (\w+)\ndata: (.*)\n/g)].map(([, event, data]) => ({
    event: event as string,
    data: JSON.parse(data as string),
  }));
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code?: string }).code];

/** Folders of documents under way, in a place for such folders that is this file's own. */
const left = async () => (await readdir(tmpdir())).filter((name) => name.startsWith("trama-document-"));
beforeAll(async () => {
  process.env.TMPDIR = await emptyFolder("made");
});
afterAll(async () => {
  for (const end of ends) await end();
  expect(faults).toEqual([]);
  expect(await left()).toEqual([]);
});

describe("a report asked for over HTTP", () => {
  let api: Awaited<ReturnType<typeof serving>>;
  let donor: Requested;
  let limited: Requested;
  let manager: Requested;
  beforeAll(async () => {
    api = await serving();
    const of = (name: string, role: "donor" | "manager", scope: object) =>
      asNew(api.app, api.accounts, { name, role, scope });
    donor = await of("a", "donor", { donors: ["donor-a"] });
    limited = await of("b", "donor", { donors: ["donor-a"], grants: ["SAMPLE-GRANT-01"] });
    manager = await of("m", "manager", { countries: ["GTM"] });
  });

  it("tells how far it is, then lies at an address that stands for it, the same as from the command", async () => {
    const path = "/v1/releases/1/report?country=GTM&time=2025&lang=es&format=pdf";
    const events = await eventsOf(await api.open(path.replace("report?", "report/events?")));
    expect(events.map(({ event, data }) => [event, data.stage ?? data.address])).toEqual([
      ["progress", "wait"],
      ["progress", "read"],
      ["progress", "pdf"],
      ["done", path],
    ]);
    const response = await api.open(path);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(response.headers.get("content-disposition")).toContain("trama-report-GTM-2025-es-release-1.pdf");
    expect(bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    const out = join(await emptyFolder("same"), "report.pdf");
    const options = ["--country", "GTM", "--time", "2025", "--lang", "es", "--address", "http://localhost"];
    await trama(["export", "report", "--home", inject("sampleHome"), ...options, "--format", "pdf", "--out", out]);
    expect((await readFile(out)).equals(bytes)).toBe(true);
    const etag = response.headers.get("etag") as string;
    expect((await api.open(path, { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  it("is made once for many who ask at the same time, and not again for those who ask later", async () => {
    const path = "/v1/releases/1/report?country=KEN&format=docx";
    const asked = await Promise.all(Array.from({ length: 30 }, () => api.open(path)));
    const tags = new Set(asked.map((response) => response.headers.get("etag")));
    expect([asked.map(({ status }) => status).every((status) => status === 200), tags.size]).toEqual([true, 1]);
    const later = await eventsOf(await api.open(path.replace("report?", "report/events?")));
    expect(later.map(({ event }) => event)).toEqual(["done"]);
  });

  it("says so where the release has no such years, place, language or donor, and where it is not kept", async () => {
    const asked = async (query: string, release = 1) =>
      codeOf(await api.open(`/v1/releases/${release}/report?${query}`));
    expect(await asked("country=GTM&time=1999")).toEqual([404, "document.none"]);
    expect(await asked("country=ISL")).toEqual([404, "document.none"]);
    expect(await asked("country=XXX")).toEqual([400, "query.invalid"]);
    expect(await asked("time=2025..2019")).toEqual([400, "query.invalid"]);
    expect(await asked("lang=de")).toEqual([400, "query.invalid"]);
    expect(await asked("grant=SAMPLE-GRANT-01")).toEqual([400, "query.invalid"]);
    expect(await asked("country=GTM", 7)).toEqual([404, "release.unknown"]);
    const failed = await eventsOf(await api.open("/v1/releases/1/report/events?country=GTM&time=1999"));
    expect(failed.at(-1)).toMatchObject({ event: "problem", data: { status: 404, code: "document.none" } });
  });

  it("of a donor's own figures is for that donor alone, within the grants of its account", async () => {
    const path = "/v1/releases/1/report?donor=donor-a&grant=SAMPLE-GRANT-01&format=docx";
    expect(await codeOf(await api.open(path))).toEqual([401, "sign-in.required"]);
    expect(await codeOf(await manager(path))).toEqual([403, "role.not-permitted"]);
    expect(await codeOf(await donor("/v1/releases/1/report?donor=donor-b"))).toEqual([403, "reach.outside"]);
    expect(await codeOf(await limited("/v1/releases/1/report?donor=donor-a"))).toEqual([403, "reach.outside"]);
    expect(await codeOf(await limited(path.replace("GRANT-01", "GRANT-02")))).toEqual([403, "reach.outside"]);
    const given = await limited(path);
    expect([given.status, given.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    // The one that is kept by now is no more open to others than before.
    expect(await codeOf(await api.open(path))).toEqual([401, "sign-in.required"]);
    expect((await donor(path)).status).toBe(200);
    const none = await codeOf(await donor("/v1/releases/1/report?donor=donor-a&grant=NONE&format=docx"));
    expect(none).toEqual([404, "document.none"]);
  });
});

describe("an IATI file asked for over HTTP", () => {
  it("is that of the command, open for a country and closed for a donor's grants", async () => {
    const { app, accounts, open } = await serving();
    const response = await open("/v1/releases/1/iati?country=GTM");
    expect(response.headers.get("content-type")).toContain("application/xml");
    const xml = await response.text();
    expect(xml).toContain("SYNTHETIC");
    expect([...xml.matchAll(/<recipient-country code="(\w+)"/g)].every(([, code]) => code === "GT")).toBe(true);
    expect(await codeOf(await open("/v1/releases/1/iati?donor=donor-a"))).toEqual([401, "sign-in.required"]);
    const donor = await asNew(app, accounts, { name: "a", role: "donor", scope: { donors: ["donor-a"] } });
    const own = await (await donor("/v1/releases/1/iati?donor=donor-a")).text();
    const grants = new Set(own.match(/SAMPLE-GRANT-\d+/g));
    expect(grants.size).toBeGreaterThan(0);
    expect(own).not.toMatch(/donor-[b-f]/);
  });
});

describe("who asks for more than can be made", () => {
  it("is told when to come again, and gets what is at hand all the same", async () => {
    const { open } = await serving({ perCaller: 1 });
    expect((await open("/v1/releases/1/iati?country=GTM")).status).toBe(200);
    const refused = await open("/v1/releases/1/iati?country=KEN");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(500);
    expect(await codeOf(refused)).toEqual([429, "documents.too-many"]);
    expect((await open("/v1/releases/1/iati?country=GTM")).status).toBe(200);
  });

  it("is told that the server stops where it does, and nothing is left of what was under way", async () => {
    const { open, documents } = await serving();
    const asked = [open("/v1/releases/1/report?country=GTM"), open("/v1/releases/1/iati?country=KEN")];
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await left()).not.toEqual([]);
    await documents.close();
    for (const answer of asked) expect(await codeOf(await answer)).toEqual([503, "server.stopping"]);
    expect(await left()).toEqual([]);
  });

  it("waits in a short line, and is sent away where it is full", async () => {
    const { open } = await serving({ most: 1 });
    const first = open("/v1/releases/1/iati?country=GTM");
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = await open("/v1/releases/1/iati?country=KEN");
    expect(Number(second.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await codeOf(second)).toEqual([503, "documents.busy"]);
    expect((await first).status).toBe(200);
    expect((await open("/v1/releases/1/iati?country=KEN")).status).toBe(200);
  });
});
