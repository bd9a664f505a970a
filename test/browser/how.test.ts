import { rm } from "node:fs/promises";
import { writeEntryWorkbook } from "@trama/data/entry/workbook";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAccounts } from "../../api/accounts/accounts.ts";
import { fileHowReports } from "../how-reports.ts";
import { type Office, office } from "../office.ts";
import { openBrowser, openPage } from "./browser.ts";
import { settle, violationsOf } from "./pages.ts";
import { type Served, serveHome } from "./server.ts";
import { settleSignedIn, signInAs } from "./signing-in.ts";

const name = "how-manager";

describe("how results come about, on screen", () => {
  let browser: Browser;
  let team: Office;
  let server: Served;
  let page: Page;
  let errors: string[];

  const open = async (path: string) => {
    await page.goto(`${server.address}/${path}`);
    await settle(page);
    await page.waitForFunction((who) => document.querySelector('[data-testid="who"]')?.textContent === who, name);
    await settleSignedIn(page);
  };
  const linesOf = (section: string, table = 0) =>
    page
      .getByTestId(`how-${section}`)
      .locator("table")
      .nth(table)
      .locator("tbody tr")
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));

  beforeAll(async () => {
    browser = await openBrowser();
    team = await office("how-seen");
    await fileHowReports(team);
    const told = {
      outcome: "O-1",
      who: "town councils",
      what: "they answer in writing",
      direction: "negative",
      result: "ST1",
    };
    const elsewhere = Array.from({ length: 12 }, (_, at) => `d${at}`).flatMap((collective) =>
      ["2023", "2024"].map((year) => `P2,HND,${year},1,${collective},ST1,,3,2,`),
    );
    await team.ingest(await team.report("elsewhere.csv", elsewhere));
    const rows = { report: [{ project: "P1", country: "GTM", period: "2024" }], outcomes: [told] };
    await team.ingest(await team.write("outcomes.xlsx", await writeEntryWorkbook({ lang: "fr", rows })));
    await team.run("publish");
    const accounts = await openAccounts(team.home);
    const scope = { countries: ["GTM"] };
    const { password } = await accounts.people.add({ name, role: "manager", scope, oneTime: false });
    accounts.close();
    server = await serveHome(team.home);
    ({ page, errors } = await openPage(browser, { bypassCSP: true, reducedMotion: "reduce" }));
    await signInAs(page, server.address, name, password);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await rm(team.folder, { recursive: true, force: true });
    expect(errors).toEqual([]);
  });

  it("shows a manager the very figures of the workbooks, each table with what must be said of it", async () => {
    await open("how?time=2024&lang=en");
    const [first] = await linesOf("actions");
    expect(first?.slice(1)).toEqual(["Guatemala", "2024", "2", "1–3", "1", "1", "16", "5", "0"]);
    const beside = await linesOf("actions", 2);
    expect(beside[0]?.slice(2, 4)).toEqual(["2023–2024", "0/2 → 2/2"]);
    await page.getByText("An association, not an effect").waitFor();
    expect((await linesOf("capacities"))[0]?.slice(1)).toEqual(["Guatemala", "2024", "3", "3", "3", "3", "2", "1"]);
    expect((await linesOf("capacities", 1)).map((row) => row.slice(4)).sort()).toEqual([
      ["0", "3", "3", "no"],
      ["4", "1", "3", "yes"],
    ]);
    expect((await linesOf("ties"))[0]).toEqual([
      "Guatemala",
      "2024",
      "3",
      "5",
      "2",
      "1",
      "1",
      "1",
      "1",
      "1/11",
      "1/1",
      "1/2",
      "1/1",
      "1/2",
      "5/10",
    ]);
    expect((await linesOf("ties", 1))[0]).toEqual(["Guatemala", "2023–2024", "2", "2", "3", "1", "2"]);
    expect((await linesOf("voices"))[0]?.slice(3, 6)).toEqual(["1–3 (2)", "–", "3 (2)"]);
    expect((await linesOf("pressure"))[0]?.slice(2)).toEqual([
      "3",
      "1",
      "0",
      "1",
      "1",
      "Threat or intimidation 2, Eviction or displacement 1",
      "1/1",
    ]);
    expect(await linesOf("reach")).toContainEqual(["Guatemala", "2024", "Setting", "rural area", "2"]);
    expect((await linesOf("reach", 1)).map((row) => row[3])).toEqual(["long-term", "short-term"]);
  });

  it("says it in three languages without an accessibility violation, and draws no network", async () => {
    for (const [lang, heading] of [
      ["en", "How results come about"],
      ["es", "Cómo surgen los resultados"],
      ["fr", "Comment naissent les résultats"],
    ] as const) {
      await open(`how?time=2024&lang=${lang}`);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      expect([lang, await violationsOf(page)]).toEqual([lang, []]);
      expect(await page.locator("main svg").count()).toBe(0);
    }
  });

  it("lets a manager read an outcome statement and clear it; the next release tells it to everybody", async () => {
    await open("review?lang=en");
    const statement = page.getByTestId("held").filter({ hasText: "statement" });
    await statement.getByRole("button", { name: "Show the words" }).click();
    await statement.getByText("they answer in writing").waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await statement.getByRole("button", { name: "Clear for everybody" }).click();
    await statement.getByText("Cleared: public from the next release on.").waitFor();
    await team.run("publish");

    const reader = await openPage(browser);
    for (const [lang, word] of [
      ["en", "for the worse"],
      ["es", "para mal"],
      ["fr", "en mal"],
    ] as const) {
      await reader.page.goto(`${server.address}/outcomes?lang=${lang}`);
      await settle(reader.page);
      const one = reader.page.getByTestId("outcomes").locator("li");
      expect(await one.textContent()).toMatch(new RegExp(`town councils they answer in writing.*${word}`));
      expect(await one.textContent()).not.toMatch(/P1|O-1/);
    }
    await reader.page.goto(`${server.address}/result/ST1?lang=en`);
    await settle(reader.page);
    await reader.page.getByTestId("outcomes").getByText("they answer in writing").waitFor();
    expect(reader.errors).toEqual([]);

    await open("outcomes?lang=en");
    await page.getByTestId("own-outcomes").getByRole("button", { name: "Take back" }).click();
    await page.getByText("Taken back: the next release leaves it out.").waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it("shows nothing of it to a reader, and says why", async () => {
    const reader = await openPage(browser);
    await reader.page.goto(`${server.address}/how?lang=en`);
    await settle(reader.page);
    await reader.page.getByTestId("not-public").getByText("could expose their allies").waitFor();
    expect(await reader.page.locator("main table").count()).toBe(0);
  });
});
