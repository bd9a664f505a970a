import { describe, expect, it } from "vitest";
import { iatiSheets } from "../../../../pipelines/extract/iati/index.ts";
import { bytesInput } from "../../../../pipelines/extract/input.ts";
import { recordsOf, rowsOf } from "../../../extracted.ts";

function sheets(results: string, version = "2.03") {
  const text = `<?xml version="1.0"?><iati-activities version="${version}"><iati-activity>
    <reporting-org ref="XM-1" type="21"><narrative>Publisher</narrative></reporting-org>
    ${results}
    <iati-identifier> XM-1-A </iati-identifier><title><narrative>Title</narrative></title>
    <recipient-country code="GT"/><activity-status code="2"/></iati-activity></iati-activities>`;
  const [activities, found, dimensions] = iatiSheets(bytesInput("a.xml", Buffer.from(text))).sheets;
  if (!activities || !found || !dimensions) throw new Error("An IATI file has three tables.");
  return { activities, results: found, dimensions };
}

const title = "<title><narrative>Meetings</narrative><narrative xml:lang='es'>Reuniones</narrative></title>";
const period = "<period-start iso-date='2024-01-01'/><period-end iso-date='2024-12-31'/>";

function result(inside: string, attributes = 'measure="1"') {
  return `<result type="2"><title><narrative>Result</narrative></title><indicator ${attributes}>${title}${inside}</indicator></result>`;
}

const women = '<dimension name="sex" value="f"/>';
const men = '<dimension name="sex" value="m"/>';

describe("an IATI activity file", () => {
  it("gives an activity with its publisher, wherever in the activity they stand", async () => {
    expect(await recordsOf(sheets("").activities)).toEqual([
      { publisher: "XM-1", activity: "XM-1-A", title: "Title", country: "GT", status: "2" },
    ]);
  });

  it("pairs the target, the actual and the baseline of the same breakdown, whatever their order", async () => {
    const inside = `<baseline year="2023" value="1">${women}</baseline><baseline year="2023" value="2">${men}</baseline>
      <period>${period}<target value="10">${women}</target><target value="20">${men}</target>
      <actual value="19">${men}</actual><actual value="9">${women}</actual></period>`;
    expect(await recordsOf(sheets(result(inside)).results)).toMatchObject([
      { baseline: "1", target: "10", actual: "9", disaggregation: "sex: f", period_end: "2024-12-31" },
      { baseline: "2", target: "20", actual: "19", disaggregation: "sex: m" },
    ]);
  });

  it("loses no actual, target or baseline that stands alone or twice", async () => {
    const inside = `<baseline year="2022" value="5">${men}</baseline>
      <period>${period}<target value="10"/><actual value="7"/><actual value="8"/><actual value="3">${women}</actual></period>`;
    const read = await recordsOf(sheets(result(inside)).results);
    expect(read.map(({ baseline, target, actual }) => [baseline, target, actual])).toEqual([
      [undefined, "10", "7"],
      [undefined, undefined, "8"],
      [undefined, undefined, "3"],
      ["5", undefined, undefined],
    ]);
    expect(read[3]).toMatchObject({ baseline_year: "2022" });
  });

  it("keeps the titles in every language, and our own code where the publisher refers to it", async () => {
    const reference = '<reference vocabulary="1" code="X"/><reference vocabulary="99" code="ST1"/>';
    const [read] = await recordsOf(sheets(result(reference)).results);
    expect(read).toMatchObject({ indicator: "Meetings", item: "ST1" });
    expect(JSON.parse(read?.titles ?? "")).toEqual({ "": "Meetings", es: "Reuniones" });
  });

  it("takes the words of a comment where a qualitative figure has no value", async () => {
    const inside = `<period>${period}<actual><comment><narrative>They met.</narrative></comment></actual></period>`;
    expect(await recordsOf(sheets(result(inside, 'measure="5"')).results)).toMatchObject([{ actual: "They met." }]);
  });

  it("reads texts as version 1 wrote them, and asks of it only what it asked", async () => {
    const old = `<result type="1"><title>Result</title><indicator measure="1"><title xml:lang="fr">Titre</title>
      <period><period-start iso-date="2012-01-01"/><period-end iso-date="2012-12-31"/><actual value="0"/></period></indicator></result>`;
    const { results } = sheets(old, "1.03");
    expect(await recordsOf(results)).toMatchObject([{ indicator: "Titre", actual: "0", titles: '{"fr":"Titre"}' }]);
    expect((await rowsOf(results))[0]?.faults).toEqual([]);
  });

  it("gives each dimension of each figure, with the place it stands at", async () => {
    const inside = `<baseline year="2023" value="1">${women}</baseline><period>${period}<target value="10">${women}${men}</target></period>`;
    const { dimensions } = sheets(result(inside));
    expect(await recordsOf(dimensions)).toMatchObject([
      { part: "baseline", figure: "1", name: "sex", value: "f" },
      { part: "target", figure: "10", value: "f" },
      { part: "target", value: "m" },
    ]);
    expect((await rowsOf(dimensions))[2]?.path).toBe(
      "/iati-activities/iati-activity[1]/result[1]/indicator[1]/period[1]/target[1]/dimension[2]",
    );
  });

  it("says which element lacks what, with its path and line", async () => {
    const inside = `<period>\n<period-start iso-date="soon"/></period>`;
    const [row] = await rowsOf(sheets(result(inside, 'ascending="perhaps"')).results);
    const indicator = "/iati-activities/iati-activity[1]/result[1]/indicator[1]";
    expect(
      row?.faults?.map(({ rule, path, line, details }) => [rule, path, line, details.child ?? details.attribute]),
    ).toEqual([
      ["iati.attribute-missing", indicator, 3, "measure"],
      ["iati.attribute-form", indicator, 3, "ascending"],
      ["iati.element-missing", `${indicator}/period[1]`, 3, "period-end"],
      ["iati.attribute-form", `${indicator}/period[1]/period-start[1]`, 4, "iso-date"],
    ]);
  });

  it("allows several targets in a period from version 2.03 on", async () => {
    const inside = `<period>${period}<target value="1"/><target value="2"/></period>`;
    const rules = async (version: string) =>
      (await rowsOf(sheets(result(inside), version).results))[0]?.faults?.map(({ rule }) => rule);
    expect([await rules("2.03"), await rules("2.02")]).toEqual([[], ["iati.element-repeated-early"]]);
  });

  it("passes over elements of other vocabularies", async () => {
    const other = '<x:result xmlns:x="urn:x"><indicator/></x:result><result xmlns="urn:y"><indicator/></result>';
    expect(await rowsOf(sheets(other).results)).toEqual([]);
  });
});
