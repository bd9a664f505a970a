import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { csvSheets } from "../../pipelines/extract/csv.ts";
import { bytesInput } from "../../pipelines/extract/input.ts";
import { readForm } from "../../pipelines/extract/odk/form.ts";
import { readSubmission } from "../../pipelines/extract/odk/submission.ts";
import { extracted, rowsOf } from "../extracted.ts";
import { sharedFixture } from "../shared.ts";

const spectrum = sharedFixture("csv/csv-spectrum");
const odk = sharedFixture("odk/briefcase/org/opendatakit/briefcase/export");
const hxl = sharedFixture("hxl/libhxl");
const docx = sharedFixture("docx/docxtractr");
if (!spectrum) console.log("The shared fixtures are absent: the readers are not compared with them.");

describe.runIf(spectrum)("the CSV spectrum", () => {
  const names = spectrum ? readdirSync(join(spectrum, "csvs")).map((name) => basename(name, ".csv")) : [];

  it.each(names)("%s equals its JSON twin", async (name) => {
    const bytes = readFileSync(join(spectrum as string, "csvs", `${name}.csv`));
    // The collection's copies of the CRLF files have lost their carriage returns; their twins have not.
    const text = name.endsWith("_crlf") ? bytes.toString("latin1").replace(/\r?\n/g, "\r\n") : bytes.toString("latin1");
    const [sheet] = (await csvSheets(bytesInput(`${name}.csv`, Buffer.from(text, "latin1")))) ?? [];
    const [header, ...rows] = sheet ? await rowsOf(sheet) : [];
    const records = rows.map(({ cells }) =>
      Object.fromEntries((header?.cells ?? []).map((key, index) => [key ?? "", blurred(key, cells[index] ?? "")])),
    );
    const twin = JSON.parse(readFileSync(join(spectrum as string, "json", `${name}.json`), "utf8")) as unknown;
    expect(records).toEqual(Array.isArray(twin) ? twin : [twin]);
  });
});

/** The collection replaced a telephone number in the twin and left it in the CSV. */
function blurred(key: string | null, text: string): string {
  return key === "Contact Phone Number" && /^\d{10}$/.test(text) ? "1234567890" : text;
}

/** The tables of a submission with its form, as ODK's own export would write them; moments stay in ISO 8601. */
async function exported(submission: string, form: string) {
  const read = (name: string) => createReadStream(join(odk as string, `${name}.xml`)) as AsyncIterable<Buffer>;
  const tables = await readSubmission(read(submission), await readForm(read(form)));
  return tables.map(({ name, header, rows }) => ({
    name,
    header: header.join(","),
    rows: rows.map((row) => header.map((title) => row.get(title) ?? "").join(",")),
  }));
}

describe.runIf(odk)("submissions that ODK Briefcase exported", () => {
  const uuid = "uuid:39f3dd36-161e-45cb-a1a4-395831d253a7";

  it("have the same columns and values for every type of question", async () => {
    const [main] = await exported("all-data-types-submission", "all-data-types");
    expect(main?.header).toBe(
      "SubmissionDate,some_string,some_int,some_decimal,some_date,some_time,some_date_time,some_geopoint-Latitude,some_geopoint-Longitude,some_geopoint-Altitude,some_geopoint-Accuracy,some_geotrace,some_geoshape,some_barcode,meta-instanceID,KEY",
    );
    expect(main?.rows[0]).toMatch(
      /^2018-04-26T08:58:20\.525Z,Hola,123,123\.456,2018-04-26,08:56:00\.000Z,2018-04-26T08:56:00\.000Z,43\.3149254,-1\.9869671,71\.80000305175781,15\.478,43\.314926 /,
    );
    expect(main?.rows[0]?.endsWith(`,000049499094,${uuid},${uuid}`)).toBe(true);
  });

  it("have a table for each repeat, nested ones too, with the same keys", async () => {
    const key = "uuid:0a1b861f-a5fd-4f49-846a-78dcf06cfc1b";
    const [main, g1, g2, g3] = await exported("nested-repeats-submission", "nested-repeats");
    expect([main?.header, main?.rows]).toEqual([
      "SubmissionDate,meta-instanceID,SET-OF-g1,KEY",
      [`2018-02-01T11:35:19.178Z,${key},${key}/g1,${key}`],
    ]);
    expect(g1?.rows.length).toBe(3);
    expect(g2?.header).toBe("t2,SET-OF-g3,PARENT_KEY,KEY,SET-OF-g2");
    expect(g2?.rows).toEqual([
      `some text 1.1,${key}/g1[1]/g2[1]/g3,${key}/g1[1],${key}/g1[1]/g2[1],${key}/g1[1]/g2`,
      `some text 1.2,,${key}/g1[1],${key}/g1[1]/g2[2],${key}/g1[1]/g2`,
      `some text 2.1,,${key}/g1[2],${key}/g1[2]/g2[1],${key}/g1[2]/g2`,
      `some text 3.1,${key}/g1[3]/g2[1]/g3,${key}/g1[3],${key}/g1[3]/g2[1],${key}/g1[3]/g2`,
    ]);
    expect(g3?.header).toBe("t3,PARENT_KEY,KEY,SET-OF-g3");
    expect(g3?.rows.length).toBe(5);
    expect(g3?.rows[4]).toBe(`some text 3.1.4,${key}/g1[3]/g2[1],${key}/g1[3]/g2[1]/g3[4],${key}/g1[3]/g2[1]/g3`);
  });

  it("tell columns apart that differ by case only, and split several answers by choice", async () => {
    const [cases] = await exported("simple-form-case-sensitivity-submission", "simple-form-case-sensitivity");
    expect(cases?.header).toBe("SubmissionDate,field,Field,meta-instanceID,KEY");
    const [choices] = await exported("choice-lists-submission", "choice-lists");
    expect(choices?.header).toContain("some_string,some_string/CHOICE_1,some_string/CHOICE_2,another_string");
    expect(choices?.rows[0]).toContain("CHOICE_1,1,0,CHOICE_2");
  });

  it("have a repeat of one round where the form says that it is one", async () => {
    const [, group] = await exported(
      "choice-lists-predicate-relative-repeat-submission",
      "choice-lists-predicate-relative-repeat",
    );
    const key = "uuid:a21ca0ad-db7e-4ef5-b7ea-d73dd4a42bf0";
    expect([group?.header, group?.rows]).toEqual([
      "category,item,PARENT_KEY,KEY,SET-OF-group",
      [`1,1,${key},${key}/group[1],${key}/group`],
    ]);
  });
});

describe.runIf(hxl)("one HXL dataset in several formats", () => {
  it("gives the same rows below its tags", async () => {
    const names = [
      "input-valid.csv",
      "input-valid-latin1.csv",
      "input-valid.tsv",
      "input-valid.ssv",
      "input-valid.json",
      "input-valid.xlsx",
    ];
    const below = await Promise.all(
      names.map(async (name) => {
        const { sheets = {} } = await extracted(name, readFileSync(join(hxl as string, name)));
        const rows = Object.values(sheets)[0] ?? [];
        const tags = rows.findIndex((cells) => cells.some((cell) => cell?.startsWith("#")));
        return rows.slice(tags, tags + 3).map((cells) => cells.slice(1, 5).map((cell) => cell?.trim()));
      }),
    );
    for (const [index, rows] of below.entries()) expect([names[index], rows]).toEqual([names[index], below[0]]);
    expect(below[0]?.[1]).toEqual(["WASH", "Higiene", "ACNUR", "100"]);
  });
});

describe.runIf(docx)("tables of Word documents", () => {
  const tables = async (name: string) => (await extracted(name, readFileSync(join(docx as string, name)))).sheets ?? {};

  it("are all found, with merged cells in their place and tracked changes accepted", async () => {
    const complex = await tables("complex.docx");
    expect(Object.keys(complex).filter((name) => name !== "Text").length).toBe(5);
    expect(Object.keys(await tables("data3.docx")).filter((name) => name !== "Text").length).toBe(3);
    expect(Object.keys(await tables("realworld.docx")).filter((name) => name !== "Text").length).toBe(8);
    expect(complex["Table 4"]?.[1]).toEqual(["Aa", "Bb\nCc", null]);
    expect(complex["Table 5"]?.slice(4, 6)).toEqual([
      ["Jj\n88", "Kk", "Ll"],
      ["Jj\n88", "Uu", "Ii"],
    ]);
    expect(await tables("trackchanges.docx")).toEqual({ "Table 1": [["2"]] });
  });
});
