import { describe, expect, it } from "vitest";
import { extract } from "../../../../pipelines/extract/extract.ts";
import { bytesInput } from "../../../../pipelines/extract/input.ts";
import { readForm } from "../../../../pipelines/extract/odk/form.ts";
import { readSubmission } from "../../../../pipelines/extract/odk/submission.ts";
import { extracted, recordsOf } from "../../../extracted.ts";

const form = `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model>
  <instance><data id="visit"><place/><g><needs/></g><round><score/></round><meta><instanceID/></meta></data></instance>
  <bind nodeset="/data/place" type="geopoint"/></model></h:head><h:body>
  <select ref="/data/g/needs"><item><value>food</value></item><item><value>law</value></item></select>
  <repeat nodeset="/data/round"><input ref="/data/round/score"/></repeat></h:body></h:html>`;
const submission = `<data id="visit" instanceID="uuid:1" submissionDate="2025-02-01T10:00:00Z" xmlns="http://opendatakit.org/submissions">
  <place>1.5 -2 0 4</place><g><needs>law</needs></g><round><score>0</score></round>
  <meta><instanceID>uuid:1</instanceID></meta></data>`;

async function* pieces(text: string) {
  yield Buffer.from(text);
}

describe("an ODK submission", () => {
  it("has the columns that ODK's own export gives it: groups, points, choices, repeats", async () => {
    const [main, round] = await readSubmission(pieces(submission), await readForm(pieces(form)));
    expect(main?.header).toEqual([
      "SubmissionDate",
      "place-Latitude",
      "place-Longitude",
      "place-Altitude",
      "place-Accuracy",
      "g-needs",
      "g-needs/food",
      "g-needs/law",
      "SET-OF-round",
      "meta-instanceID",
      "KEY",
    ]);
    expect(Object.fromEntries(main?.rows[0] ?? [])).toMatchObject({
      "g-needs/food": "0",
      "g-needs/law": "1",
      KEY: "uuid:1",
    });
    expect(round?.rows.map((row) => Object.fromEntries(row))).toEqual([
      { score: "0", PARENT_KEY: "uuid:1", KEY: "uuid:1/round[1]", "SET-OF-round": "uuid:1/round" },
    ]);
  });

  it("is refused with the remedy when it is encrypted", async () => {
    const text = '<data id="x" encrypted="yes" xmlns="http://opendatakit.org/submissions"><meta/></data>';
    expect(await extracted("s.xml", text)).toMatchObject({ refused: "survey.encrypted" });
  });
});

describe("a survey form", () => {
  it("is refused because it holds no answers", async () => {
    expect(await extracted("f.xml", form)).toMatchObject({
      refused: "survey.form",
      message: expect.stringMatching(/Export the submissions/),
    });
  });
});

describe("a survey export", () => {
  it("loses the groups of its columns and keeps the choices of a question", async () => {
    const csv = "_uuid,_index,about/project,about/needs,about/needs/food\nu1,1,P1,food,1\n";
    const found = await extract(bytesInput("export.csv", Buffer.from(csv)));
    if ("refusal" in found || !found.sheets[0]) throw new Error("The export is read.");
    expect(found.format).toBe("survey");
    expect(await recordsOf(found.sheets[0])).toEqual([
      { _uuid: "u1", _index: "1", project: "P1", needs: "food", "about/needs/food": "1" },
    ]);
  });

  it("joins what a submission says to the rows of its repeats", async () => {
    const file = {
      form: [
        { _uuid: "u1", _index: 1, "about/project": "P1" },
        { _uuid: "u2", _index: 2, "about/project": "P2" },
      ],
      results: [
        { "results/score": 3, _index: 1, _parent_index: 2, _parent_table_name: "form" },
        { "results/score": 0, _index: 2, _parent_index: 1, _parent_table_name: "form" },
      ],
    };
    const found = await extract(bytesInput("export.json", Buffer.from(JSON.stringify(file))));
    if ("refusal" in found || !found.sheets[1]) throw new Error("The export is read.");
    expect(await recordsOf(found.sheets[1])).toMatchObject([
      { score: "3", project: "P2" },
      { score: "0", project: "P1" },
    ]);
  });
});
