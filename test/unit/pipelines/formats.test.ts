import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { all, openWriter } from "@trama/data/store";
import { beforeAll, describe, expect, it } from "vitest";
import type { FileOutcome } from "../../../pipelines/graph.ts";
import { ingest } from "../../../pipelines/ingest.ts";
import { emptyFolder } from "../../home.ts";
import { documentOf } from "../../zip.ts";

const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const line = (...texts: string[]) => `<w:tr>${texts.map(cell).join("")}</w:tr>`;
const header = ["Project", "Country", "Period", "Collective", "Result", "Score", "Evidence"];

/** The same kind of row in every format; the collective tells which. */
const files: Readonly<Record<string, string | Buffer>> = {
  "table.docx": documentOf(
    `<w:tbl>${line(...header)}${line("P1", "Guatemala", "2025", "word", "ST1", "0", "2")}</w:tbl>`,
  ),
  "rows.json": JSON.stringify({
    report: [{ project: "P1", country: "GTM", period: "2025" }],
    results: [{ collective: "json", result: "ST1", score: 0, evidence: 2 }],
  }),
  "tags.csv":
    "Proyecto;País;Cuándo;Quién;Qué;Cuánto\n#activity +code;#country+code;#date+period;#org+code;#indicator+code;#indicator+num+value\nP1;GTM;2025;hxl;ST1;0\n",
  "kobo.json": JSON.stringify({
    form: [{ _uuid: "u", _index: 1, "about/project": "P1", "about/country": "GTM", "about/period": "2025" }],
    results: [
      {
        collective: "kobo",
        "r/result": "ST1",
        "r/score": "0",
        _index: 1,
        _parent_index: 1,
        _parent_table_name: "form",
      },
      {
        collective: "kobo",
        "r/result": "ST2",
        "r/score": "98",
        _index: 2,
        _parent_index: 1,
        _parent_table_name: "form",
      },
    ],
  }),
  "odk.xml": `<data id="f" instanceID="uuid:9" submissionDate="2025-12-01" xmlns="http://opendatakit.org/submissions"><project>P1</project><country>GTM</country><period>2025</period><collective>odk</collective><result>ST1</result><score>0</score><meta><instanceID>uuid:9</instanceID></meta></data>`,
  "other-form.csv": "_uuid,_index,name,age\nu1,1,Ana,30\n",
  "published.xml": `<iati-activities version="2.03"><iati-activity><iati-identifier>X-1</iati-identifier><reporting-org ref="X"><narrative>X</narrative></reporting-org><title><narrative>T</narrative></title><result type="2"><title><narrative>R</narrative></title><indicator measure="1"><title><narrative>I</narrative></title><reference vocabulary="99" code="ST1"/><period><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/><actual value="0"/></period><period><period-start iso-date="2025-01-01"/><period-end iso-date="2025-12-31"/><actual value="N/A"/></period><period><period-start iso-date="2025-12-31"/><period-end iso-date="2025-01-01"/><actual value="1"/></period></indicator></result></iati-activity></iati-activities>`,
};

describe("a report in any format", () => {
  let home = "";
  const outcomes = new Map<string, FileOutcome>();

  beforeAll(async () => {
    const folder = await emptyFolder("formats");
    process.env.TRAMA_KEYS = join(folder, "keys");
    home = join(folder, "home");
    const paths = Object.keys(files).map((name) => join(folder, name));
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    const outcome = await ingest(home, () => new Date("2026-01-31T00:00:00Z"), paths);
    for (const [index, name] of Object.keys(files).entries()) outcomes.set(name, outcome.files[index] as FileOutcome);
  });

  async function query(sql: string): Promise<Record<string, unknown>[]> {
    const store = await openWriter(join(home, "working.duckdb"));
    const connection = await store.connect();
    const rows = await all<Record<string, unknown>>(connection, sql);
    connection.closeSync();
    store.close();
    return rows;
  }

  it("is loaded as what it says, whether in a table of a document, in JSON, under tags or in a survey", () => {
    const told = [...outcomes].map(([name, { source, status, rows, error }]) => [
      name,
      error?.code ?? `${status} ${source}`,
      rows.accepted,
    ]);
    expect(told).toEqual([
      ["table.docx", "loaded entry", 1],
      ["rows.json", "loaded entry", 2],
      ["tags.csv", "loaded entry", 1],
      ["kobo.json", "loaded survey", 3],
      ["odk.xml", "loaded survey", 1],
      ["other-form.csv", "survey.unknown", 0],
      ["published.xml", "loaded iati", 3],
    ]);
  });

  it("keeps a zero a zero and reads 98 as the survey declares it", async () => {
    const rows = await query(
      "select name, result, score, missing from observation join report using (report) order by name, result",
    );
    expect(rows.map(({ name, result, score, missing }) => [name, result, score, missing])).toEqual([
      ["kobo.json", "ST1", 0, null],
      ["kobo.json", "ST2", null, "NK"],
      ["odk.xml", "ST1", 0, null],
      ["rows.json", "ST1", 0, null],
      ["table.docx", "ST1", 0, null],
      ["tags.csv", "ST1", 0, null],
    ]);
  });

  it("of another publisher keeps its place, its own words for missing, and our code where it names it", async () => {
    const rows = await query('select item, actual, actual_text, missing, path from published_result order by "row"');
    expect(rows).toMatchObject([
      { item: "ST1", actual: 0, actual_text: "0", missing: null },
      { item: "ST1", actual: null, actual_text: "N/A", missing: "NA" },
    ]);
    expect(rows[0]?.path).toBe("/iati-activities/iati-activity[1]/result[1]/indicator[1]/period[1]/actual[1]");
    const [wrong] = outcomes.get("published.xml")?.issues.filter(({ severity }) => severity === "error") ?? [];
    expect(wrong).toMatchObject({ rule: "period.order", path: expect.stringContaining("period[3]") });
  });
});
