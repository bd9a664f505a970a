import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeEntryWorkbook } from "@trama/data/entry/workbook";
import { all, openReader } from "@trama/data/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OutcomesAnswer, OwnOutcomesAnswer } from "../../api/contract/index.ts";
import { type Office, office } from "../office.ts";
import { signInto } from "../sign-in.ts";

interface Held {
  readonly held: string;
  readonly kind: string;
  readonly field: string | null;
  readonly row: number;
}

const codes = (count: number) => Array.from({ length: count }, (_, at) => `c${at + 1}`);

/** A report of a country with so many collectives, and the outcome lines given. */
function report(country: string, collectives: number, outcomes: readonly Record<string, string | number>[]) {
  return writeEntryWorkbook({
    lang: "en",
    rows: {
      report: [{ project: `${country}-1`, country, period: "2024" }],
      results: codes(collectives).map((collective) => ({ collective, result: "ST1", score: 3, evidence: 2 })),
      outcomes: [...outcomes],
    },
  });
}

const answered = {
  outcome: "O-1",
  collective: "c1",
  who: "town councils",
  what: "they answer in writing within a month",
  significance: "before, nothing was answered",
  direction: "mixed",
  intended: "yes",
  result: "EX2",
  contribution_collective: 3,
  contribution_pi: 1,
  rival: "a new law of the same year",
  substantiated: "yes",
  substantiator: "researcher",
};

describe("an outcome statement that says who confirmed it", () => {
  it("says it in both columns alike; a line that does not is loaded and flagged", async () => {
    const team = await office("confirmed");
    const line = { what: "they answer", direction: "positive" };
    const { outcome } = await team.ingest(
      await team.write(
        "gtm.xlsx",
        await report("GTM", 1, [
          { ...line, outcome: "O-1", substantiated: "yes", substantiator: "media" },
          { ...line, outcome: "O-2", substantiated: "yes" },
          { ...line, outcome: "O-3", substantiated: "no", substantiator: "authority" },
          { ...line, outcome: "O-4", substantiator: "authority" },
          { ...line, outcome: "O-5", substantiated: "no" },
          { ...line, outcome: "O-6" },
        ]),
      ),
    );
    const flagged = outcome.files[0]?.issues.filter(({ rule }) => rule === "outcome.substantiator");
    expect(flagged?.map(({ row, severity }) => [row, severity])).toEqual([
      [5, "warning"],
      [6, "warning"],
      [7, "warning"],
    ]);
    expect(outcome.files[0]?.rows.rejected).toBe(0);
  });
});

describe("an outcome statement, from the workbook to everybody", () => {
  let team: Office;
  let statements: Held[];

  const review = async (...args: string[]) => team.run("review", ...args, "--json");
  const held = async () => (JSON.parse((await review("list")).stdout) as { held: Held[] }).held;
  const cleared = async () => {
    const api = await signInto(team.home);
    const answer = (await (await api.nobody("/v1/outcomes")).json()) as OutcomesAnswer;
    await api.close();
    return answer.outcomes;
  };

  beforeAll(async () => {
    team = await office("outcomes");
    await team.ingest(
      await team.write(
        "gtm.xlsx",
        await report("GTM", 12, [
          answered,
          { outcome: "O-2", what: "the lawyers take no more cases", direction: "negative", result: "EX4" },
          { outcome: "O-3", what: "write to maria@example.org", direction: "positive" },
        ]),
      ),
      await team.write("hnd.xlsx", await report("HND", 2, [{ ...answered, outcome: "O-9", result: "ST1" }])),
    );
    statements = (await held()).filter(({ kind }) => kind === "statement");
  });
  afterAll(() => team.run("status"));

  it("waits as a whole beside its words, one a line of the report", () => {
    expect(statements.map(({ row }) => row)).toEqual([4, 5, 6, 4]);
  });

  it("is cleared or refused, not released; one that may identify somebody is not cleared, and the remedy is told", async () => {
    const [first, , third] = statements as [Held, Held, Held];
    const released = await review("release", first.held);
    expect([released.code, released.stderr]).toEqual([1, expect.stringMatching(/clear it for the public, or refuse/)]);
    const identifies = await review("clear", third.held);
    expect([identifies.code, identifies.stderr]).toEqual([
      1,
      expect.stringMatching(/"what" seems to hold email\. Have the report filed again/),
    ]);
    const words = (await held()).find(({ kind }) => kind === "text") as Held;
    const wrong = await review("clear", words.held);
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringMatching(/is no outcome statement/)]);
  });

  it("is nobody's to read while it waits, and everybody's once cleared and published: no project, no collective, no raw code", async () => {
    await team.run("publish");
    expect(await cleared()).toEqual([]);
    const [first, second, , fourth] = statements as [Held, Held, Held, Held];
    for (const { held: name } of [first, second, fourth]) expect((await review("clear", name)).code).toBe(0);
    expect((await held()).filter(({ field }) => field !== null && field !== "rival").map(({ row }) => row)).toEqual([
      6,
    ]);
    await team.run("publish");
    const found = await cleared();
    expect(found).toContainEqual({
      statement: first.held,
      result: "EX2",
      direction: "mixed",
      intended: true,
      who: "town councils",
      what: "they answer in writing within a month",
      significance: "before, nothing was answered",
      contribution_collective: 3,
      contribution_pi: 1,
      contribution_others: null,
      rival_stated: true,
      substantiated: true,
      country: "GTM",
      region: "latin-america-caribbean",
      year: 2024,
    });
    expect(found.map(({ direction }) => direction).sort()).toEqual(["mixed", "mixed", "negative"]);
    const bytes = await readFile(join(team.home, "releases", "2", "public.duckdb"));
    for (const secret of ["GTM-1", "O-1", "maria@example.org", "a new law of the same year"])
      expect([secret, bytes.includes(secret)]).toEqual([secret, false]);
  });

  it("names no country whose count of collectives is withheld", async () => {
    const [, , , fourth] = statements as [Held, Held, Held, Held];
    const honduras = (await cleared()).find(({ statement }) => statement === fourth.held);
    expect(honduras?.country).toBeNull();
    const store = await openReader(join(team.home, "releases", "2", "public.duckdb"));
    const shown = await all<{ country: string | null; region: string | null }>(
      await store.connect(),
      "SELECT country, region FROM cell WHERE figure = 'collectives' AND status = 'value' AND type IS NULL AND year = 2024 AND formality IS NULL AND setting IS NULL",
    );
    store.close();
    expect(shown.some(({ country }) => country === "HND")).toBe(false);
    const regionShown = shown.some(({ country, region }) => country === null && region === "latin-america-caribbean");
    expect(honduras?.region).toBe(regionShown ? "latin-america-caribbean" : null);
  });

  it("is shown to managers in their reach with its code, place and decision, cleared or not, and to nobody else", async () => {
    const api = await signInto(team.home);
    const manager = await api.as("manager", { countries: ["GTM"] });
    const own = (await (await manager("/v1/outcomes/own")).json()) as OwnOutcomesAnswer;
    expect(own.outcomes.map(({ outcome, decision, what, row }) => [outcome, decision, what, row])).toEqual([
      ["O-1", "cleared", "they answer in writing within a month", 4],
      ["O-2", "cleared", "the lawyers take no more cases", 5],
      ["O-3", null, null, 6],
    ]);
    expect(own.outcomes.map(({ intended, substantiator }) => [intended, substantiator])).toEqual([
      [true, "researcher"],
      [null, null],
      [null, null],
    ]);
    const mixed = (await (await manager("/v1/outcomes/own?direction=mixed")).json()) as OwnOutcomesAnswer;
    expect(mixed.outcomes.map(({ outcome }) => outcome)).toEqual(["O-1"]);
    expect((await manager("/v1/outcomes/own?country=HND")).status).toBe(403);
    expect((await api.nobody("/v1/outcomes/own")).status).toBe(401);
    const csv = await (await manager("/v1/outcomes/own?format=csv")).text();
    expect(csv.split("\n")[0]).toMatch(/^statement,outcome,result,direction,intended,who,what,significance,/);
    expect(api.faults).toEqual([]);
    await api.close();
  });

  it("can be taken back, cleared again, and comes out of a rebuild as it was", async () => {
    const [first] = statements as [Held];
    expect((await review("refuse", first.held, "--reason", "asked for by the collective")).code).toBe(0);
    await team.run("publish");
    expect((await cleared()).map(({ statement }) => statement)).not.toContain(first.held);
    expect((await review("clear", first.held)).code).toBe(0);
    await team.run("publish");
    const before = await cleared();
    expect(before.map(({ statement }) => statement)).toContain(first.held);
    expect((await team.run("rebuild")).code).toBe(0);
    expect((await team.run("verify")).code).toBe(0);
    expect(await cleared()).toEqual(before);
  });

  it("that is filed anew with other words waits anew", async () => {
    const again = { ...answered, what: "they answer within a week" };
    await team.ingest(await team.write("gtm-2.xlsx", await report("GTM", 12, [again])), "--accept-revision");
    await team.run("publish");
    const [first] = statements as [Held];
    expect((await cleared()).map(({ statement }) => statement)).not.toContain(first.held);
    expect((await held()).filter(({ kind }) => kind === "statement")).toHaveLength(2);
  });
});
