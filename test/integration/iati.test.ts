import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { literal, type PublishedActivity, type PublishedResult } from "@trama/data/schema";
import { all, openReader } from "@trama/data/store";
import fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { openHome } from "../../pipelines/home.ts";
import { ingest, withHome } from "../../pipelines/ingest.ts";
import { element, narratives, written } from "../../pipelines/publish/iati/element.ts";
import { samplePublisher } from "../../pipelines/publish/iati/publisher.ts";
import { takenOverActivities } from "../../pipelines/publish/iati/taken-over.ts";
import { publish } from "../../pipelines/publish/publish.ts";
import { emptyFolder, trama } from "../home.ts";
import { standard } from "../iati/standard.ts";
import { sharedFixture } from "../shared.ts";

const check = standard();
const now = () => new Date("2026-01-31T00:00:00Z");

interface PublicCell {
  readonly result: string;
  readonly country: string | null;
  readonly year: number;
  readonly type: string | null;
  readonly share_lo: number;
  readonly share_hi: number;
}

describe("the IATI export of a release", () => {
  const files: Record<string, string> = {};

  beforeAll(async () => {
    const folder = await emptyFolder("iati");
    const home = inject("sampleHome");
    for (const [name, options] of Object.entries({
      open: [],
      country: ["--country", "GTM"],
      grant: ["--grant", "SAMPLE-GRANT-01"],
    })) {
      const out = join(folder, `${name}.xml`);
      const { code, stderr } = await trama(["export", "iati", ...options, "--home", home, "--out", out, "--json"]);
      expect([name, code, stderr]).toEqual([name, 0, ""]);
      files[name] = await readFile(out, "utf8");
    }
  });

  it("breaks no rule of the official 2.03 schema and ruleset", ({ skip }) => {
    if (!check) return skip("The official schema and ruleset are not here.");
    for (const [name, xml] of Object.entries(files)) {
      const { errors, warnings } = check(xml);
      expect([name, errors.slice(0, 5), warnings.slice(0, 5)]).toEqual([name, [], []]);
    }
  });

  it("is looked at by rules that notice a title without words, an actual without a value and dates that end before they start", ({
    skip,
  }) => {
    if (!check) return skip("The official schema and ruleset are not here.");
    const spoilt = [
      (files.open as string).replace(/<title>\s*<narrative[\s\S]*?<\/title>/, "<title><narrative/></title>"),
      (files.open as string).replace(/<actual value="[^"]*">/, "<actual>"),
      (files.open as string).replace(/<period-end iso-date="\d+/, '<period-end iso-date="1999'),
      (files.open as string).replace(/<iati-identifier>[\s\S]*?<\/iati-identifier>/, ""),
    ];
    expect(spoilt.map((xml) => check(xml).errors.length > 0)).toEqual([true, true, true, true]);
  });

  it("tells the middle of the band of every published cell of a country, and of no other", async () => {
    const store = await openReader(join(inject("sampleHome"), "releases/1/public.duckdb"));
    const connection = await store.connect();
    const cells = await all<PublicCell>(
      connection,
      `SELECT result, country, year, type, share_lo, share_hi FROM cell WHERE figure = 'in_place' AND status = 'value'
       AND country IS NOT NULL AND year_from IS NULL AND presence = 'all'`,
    );
    store.close();
    const due = cells.map(({ share_lo, share_hi }) => (((share_lo + share_hi) / 2) * 100).toFixed(1)).sort();
    const document = XmlDocument.fromString(files.open as string);
    const told = document
      .find("//indicator[@measure='2']//actual/@value | //indicator[@measure='2']/baseline/@value")
      .map(({ content }) => content)
      .sort();
    expect(cells.length).toBeGreaterThan(500);
    expect(told).toEqual(due);
    expect(document.find("//iati-activity[@hierarchy='2']").length).toBe(17);
    expect(document.find("//iati-activity[@hierarchy='2']/result")).toEqual([]);
    document.dispose();
  });

  it("tells every cleared outcome statement in its own words, without a value, and in no country that it may not name", async () => {
    const store = await openReader(join(inject("sampleHome"), "releases/1/public.duckdb"));
    const connection = await store.connect();
    const cleared = await all<{ country: string | null; year: number | null; what: string }>(
      connection,
      "SELECT country, year, what FROM outcome_statement",
    );
    store.close();
    const due = cleared.filter(({ year }) => year !== null);
    expect(due.length).toBeGreaterThan(2);
    const document = XmlDocument.fromString(files.open as string);
    const actuals = "//indicator[@measure='5']/period/actual";
    expect(document.find(`${actuals}/@value`)).toEqual([]);
    expect(document.find(actuals).length).toBe(due.length);
    for (const { country, what } of due) {
      const told = document.find(
        `//iati-activity[.//actual/comment/narrative[contains(., "${what}")]]/iati-identifier`,
      );
      expect(told.map(({ content }) => content.endsWith(country ?? "elsewhere"))).toEqual([true]);
    }
    document.dispose();
  });

  it("says in every activity and in the file that sample data are synthetic", () => {
    const document = XmlDocument.fromString(files.open as string);
    for (const node of document.find("//iati-activity/title/narrative[@xml:lang='en']"))
      expect(node.content).toContain("SYNTHETIC");
    document.dispose();
  });

  it("of a grant holds the targets of its projects and its donor's cells", () => {
    const document = XmlDocument.fromString(files.grant as string);
    expect(document.find("//iati-activity[@hierarchy='1']").length).toBe(1);
    expect(document.find("//actual").length).toBeGreaterThan(10);
    expect(document.find("//target").length).toBeGreaterThan(10);
    for (const { content } of document.find("//target/@value")) expect(Number(content) % 10).toBe(0);
    document.dispose();
  });

  it("asks who publishes it, where the data are real, and refuses a grant that nobody knows", async () => {
    const { code, stderr } = await trama([
      "export",
      "iati",
      "--grant",
      "NONE",
      "--home",
      inject("sampleHome"),
      "--out",
      "/dev/null",
    ]);
    expect([code, stderr]).toMatchObject([1, expect.stringContaining("No grant NONE is known")]);
  });
});

describe("an element", () => {
  it("holds any words, and what XML forbids as a replacement character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (one, other) => {
        const document = XmlDocument.fromString(
          written(element("a", { b: one }, narratives("c", { en: other, es: one, fr: "" }))),
        );
        const clean = (text: string) =>
          text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
        expect(document.find("/a/@b")[0]?.content).toBe(clean(one));
        expect(document.find("/a/c/narrative").map(({ content }) => content)).toEqual([clean(other), clean(one), ""]);
        document.dispose();
      }),
    );
  });
});

/** A file without names of other vocabularies: some never declare them, and strict readers refuse what we pass by. */
const withoutPrefixes = (xml: string) =>
  xml.replace(/\s[\w-]+:(?!lang\b)[\w-]+="[^"]*"/g, "").replace(/(<\/?)[\w-]+:/g, "$1foreign-");

describe("results taken over from IATI files that nobody on this project wrote", () => {
  // An actual of a number without that number breaks the standard's own rules, and is not kept.
  const counted = [
    "result",
    "result/indicator",
    "result/indicator/period",
    "result/indicator/period/actual[@value or comment or not(contains('124', ../../@measure))]",
  ];

  it("are exported with every result, indicator, period and actual, without an error", { timeout: 240_000 }, async ({
    skip,
  }) => {
    const fixtures = sharedFixture("iati");
    if (!check || !fixtures) return skip("The shared fixtures are absent.");
    const folder = join(await emptyFolder("iati-again"), "home");
    const { files } = await ingest(folder, now, [join(fixtures, "activities"), join(fixtures, "suite")]);
    await withHome(folder, now, "publish", 0, (home) => publish(home));
    const { releases } = await openHome(folder, now);
    const store = await openReader(join(releases, "1/public.duckdb"));
    const connection = await store.connect();
    let seen = 0;
    const totals = counted.map(() => 0);
    for (const { path, status, rows, sha256 } of files) {
      if (status !== "loaded") continue;
      const [report] = await all<{ report: string }>(
        connection,
        `SELECT DISTINCT report FROM published_activity WHERE report = ${literal((sha256 ?? "").slice(0, 16))}`,
      );
      if (!report) continue;
      const own = `WHERE report = ${literal(report.report)} ORDER BY sheet, row`;
      const { elements, left } = takenOverActivities({
        results: await all<PublishedResult>(connection, `SELECT * FROM published_result ${own}`),
        activities: await all<PublishedActivity>(connection, `SELECT * FROM published_activity ${own}`),
        made_at: now().toISOString(),
        publisher: samplePublisher,
      });
      if (elements.length === 0) continue;
      const xml = `<iati-activities version="2.03">${elements.map((one) => written(one)).join("")}</iati-activities>`;
      expect([path, check(xml).errors]).toEqual([path, []]);
      seen += 1;
      const [filed, again] = [
        XmlDocument.fromString(withoutPrefixes(readFileSync(path, "utf8"))),
        XmlDocument.fromString(xml),
      ];
      const counts = (document: XmlDocument) => counted.map((part) => document.find(`//iati-activity/${part}`).length);
      if (!path.includes("/fail") && rows.rejected === 0 && Object.values(left).every((count) => count === 0)) {
        expect([path, counts(again)]).toEqual([path, counts(filed)]);
        counts(again).forEach((count, at) => {
          totals[at] = (totals[at] ?? 0) + count;
        });
      }
      filed.dispose();
      again.dispose();
    }
    store.close();
    console.log(`Exported again: ${seen} files; results, indicators, periods, actuals: ${totals.join(", ")}.`);
    expect(seen).toBeGreaterThan(5);
    expect(totals[3]).toBeGreaterThan(30);
  });
});
