import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { all, openWriter } from "@trama/data/store";
import { beforeAll, describe, expect, it } from "vitest";
import type { FileOutcome } from "../../pipelines/graph.ts";
import { ingest } from "../../pipelines/ingest.ts";
import { emptyFolder } from "../home.ts";
import { sharedFixture } from "../shared.ts";
import { conformanceReport, verdictOf } from "./report.ts";

const root = sharedFixture("");
const folders = ["iati", "xlsx", "csv", "hxl", "xlsform", "odk", "docx", "workbooks"];
const describeShared = describe.runIf(root !== undefined && sharedFixture("iati") !== undefined);
if (!sharedFixture("iati")) console.log("The shared fixtures are absent: conformance is not looked at.");

/** Structure that the IATI schemas ask for; other warnings are about codes and numbers. */
const structural = /^iati\.|^cell\.required$|^date\.readable$/;

describeShared("files that nobody on this project wrote", () => {
  const home = { folder: "" };
  let files: readonly FileOutcome[] = [];
  let suite: readonly FileOutcome[] = [];
  const under = (folder: string) => files.filter(({ path }) => path.startsWith(join(root as string, folder)));
  const named = (name: string) => files.find(({ path }) => basename(path) === name) as FileOutcome;

  beforeAll(async () => {
    const folder = await emptyFolder("conformance");
    process.env.TRAMA_KEYS = join(folder, "keys");
    home.folder = join(folder, "home");
    const now = () => new Date("2026-01-31T00:00:00Z");
    const paths = folders.map((name) => join(root as string, name));
    ({ files } = await ingest(home.folder, now, paths));
    // A dry run of its own: the suite holds the same bytes under several versions, and each verdict is looked at.
    ({ files: suite } = await ingest(join(folder, "suite"), now, [join(root as string, "iati/suite")], {
      dryRun: true,
    }));
    const report = conformanceReport(root as string, [
      ...files.filter(({ path }) => !path.includes("/suite/")),
      ...suite,
    ]);
    console.log(report.slice(0, 40).join("\n"));
    const out = new URL("../../.types/conformance.txt", import.meta.url);
    await mkdir(new URL(".", out), { recursive: true });
    await writeFile(out, `${report.join("\n")}\n`);
  }, 280_000);

  it("are each loaded, or refused with a code and what to do", () => {
    expect(files.length).toBeGreaterThan(500);
    for (const { path, status, error, rows } of files) {
      expect(rows.read, path).toBe(rows.accepted + rows.rejected + rows.quarantined + rows.skipped);
      if (status === "failed") {
        expect(error?.code, path).toMatch(/^[a-z-]+\.[a-z-]+$/);
        expect(error?.message, path).toMatch(/\.$/);
        expect(error?.message, path).toContain(basename(path));
      } else if (status === "loaded") expect(rows.accepted, path).toBeGreaterThan(0);
    }
  });

  it("of the IATI suite are read where they are right", () => {
    const right = suite.filter(({ path }) => path.includes("/pass/"));
    expect(right.length).toBe(137);
    for (const { path, status, rows, issues } of right) {
      expect([path, status, rows.rejected]).toEqual([path, "loaded", 0]);
      const found = issues.filter(({ rule }) => structural.test(rule)).map(({ rule }) => rule);
      // The suite declares no version, so what only versions before 2.03 forbid is told as a warning.
      expect(
        found.filter((rule) => rule !== "iati.value-missing" && rule !== "iati.element-repeated-early"),
        path,
      ).toEqual([]);
    }
  });

  it("of the IATI suite are flagged at the element that is wrong", () => {
    const wrong = suite.filter(({ path }) => path.includes("/fail-result/"));
    expect(wrong.length).toBe(124);
    for (const { path, issues } of wrong) {
      const found = issues.filter(({ rule }) => rule.startsWith("iati."));
      expect(found.length, path).toBeGreaterThan(0);
      expect(found[0]?.message.en, path).toMatch(/^Line \d+, \/iati-activities\/iati-activity\[1\]\/result/);
      expect(found.map(({ column }) => column).join(" "), path).toContain(placeIn(basename(path)));
    }
  });

  it("give 32 actuals and 160 dimensions from the file that holds every element", async () => {
    const store = await openWriter(join(home.folder, "working.duckdb"));
    const connection = await store.connect();
    const report = named("dportal-every-element.xml").sha256?.slice(0, 16);
    const [actuals] = await all<{ rows: bigint; places: bigint }>(
      connection,
      'select count(actual_text) as "rows", count(distinct path) as places from published_result where report = $1',
      [report as string],
    );
    const [dimensions] = await all<{ rows: bigint }>(
      connection,
      'select count(*) as "rows" from published_dimension where report = $1',
      [report as string],
    );
    connection.closeSync();
    store.close();
    expect([Number(actuals?.rows), Number(actuals?.places), Number(dimensions?.rows)]).toEqual([32, 32, 160]);
  });

  it("of old IATI versions are read, and organisation files refused by name", () => {
    const verdicts = under("iati/activities").map((file) => `${basename(file.path)} ${verdictOf(file)}`);
    expect(verdicts.sort()).toEqual([
      "dportal-every-element.xml loaded iati",
      "fixture-org-activities.xml loaded iati",
      "fixture-org-activities2.xml loaded iati",
      "fixture-org-org.xml refused iati.organisations",
      "old-org-acts.xml loaded iati",
      "standard-example-annotated.xml loaded iati",
    ]);
  });

  it("of UNHCR are read by their own source, every row accepted", () => {
    const workbooks = under("workbooks/unhcr").filter(({ path }) => path.endsWith(".xlsx"));
    expect(workbooks.map(verdictOf).sort()).toEqual([
      ...Array(4).fill("loaded unhcr-activities"),
      ...Array(4).fill("loaded unhcr-results"),
    ]);
    for (const { rows } of workbooks) expect(rows.read).toBe(rows.accepted + 1);
  });

  it("that are survey forms, encrypted, old, pages or archives are refused as what they are", () => {
    const codes = (folder: string) => new Set(under(folder).map(({ error }) => error?.code));
    expect(codes("xlsform")).toEqual(new Set(["survey.form", "source.unknown"]));
    expect(codes("odk/briefcase")).toEqual(
      new Set(["survey.form", "survey.unknown", "survey.encrypted", "format.xml"]),
    );
    expect(named("input-valid.xls").error?.code).toBe("format.old-xls");
    expect(named("preserve.doc").error?.code).toBe("format.old-doc");
    expect(named("input-notag1.html").error?.code).toBe("format.html");
    expect(named("input-valid-csv.zip").error?.code).toBe("format.zip");
    expect(named("none.docx").error?.code).toBe("docx.no-table");
  });

  it("that carry HXL tags are refused with the tags that were found", () => {
    for (const name of [
      "input-valid.csv",
      "input-valid-latin1.csv",
      "input-valid.tsv",
      "input-valid.ssv",
      "input-valid.xlsx",
    ])
      expect(named(name).error?.message, name).toContain("Its HXL tags are #sector+es, #subsector+es, #org+es");
  });

  it("that are damaged workbooks are refused, and all others of the two collections opened", () => {
    const damaged = under("xlsx").filter(({ error }) => error && !/^(source\.unknown|sheet\.empty)$/.test(error.code));
    expect(damaged.map((file) => `${basename(file.path)} ${file.error?.code}`)).toEqual([
      "invalid-xml.xlsx xml.broken",
      "missing-bits.xlsx zip.part-missing",
    ]);
  });
});

/** The element or attribute that a file of the suite says by its name is wrong. */
function placeIn(name: string): string {
  const words = name.replace(/^\d+-(missing|two|non|no|indicator)-|\.xml$/g, "");
  const attribute = /attribute-(?:[a-z-]*?)(iso-date|measure|type|value|year|aggregation-status|ascending)$/.exec(
    words,
  )?.[1];
  if (attribute) return `/@${attribute}`;
  if (/iso-date/.test(words)) return "/@iso-date";
  if (/positiveInteger/.test(words)) return "/@year";
  if (/vocabulary|code/.test(words)) return `/@${/vocabulary/.test(words) ? "vocabulary" : "code"}`;
  if (/value/.test(words)) return "/@value";
  // The fourth holds the same bytes as the third: a title is missing, not its narrative.
  if (name.startsWith("04-")) return "/title";
  if (/narrative/.test(name)) return "/narrative";
  return `/${/(period-start|period-end|target|actual|baseline|comment|description|title|indicator)$/.exec(words)?.[1]}`;
}
