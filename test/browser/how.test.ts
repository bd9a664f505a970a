import { readFile, rm } from "node:fs/promises";
import { writeEntryWorkbook } from "@trama/data/entry/workbook";
import { parse } from "csv-parse/sync";
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
const sections = ["actions", "capacities", "ties", "voices", "pressure-years", "pressure", "reach"];

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
    await open("how?time=2024&tab=table&lang=en");
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
    expect(await linesOf("ties")).toContainEqual(["Guatemala", "2024", "at every level", "1", "3"]);
    expect(await linesOf("ties")).toContainEqual(["Guatemala", "2024", "alert", "1", "3"]);
    expect((await linesOf("ties", 1))[0]).toEqual([
      ...["Guatemala", "2024", "3", "5", "2", "1", "1", "1", "1", "1/11"],
      ...["1/1", "1/2", "1/1", "1/2", "5/10"],
    ]);
    expect((await linesOf("ties", 2))[0]).toEqual(["Guatemala", "2023–2024", "2", "2", "3", "1", "2"]);
    expect((await linesOf("ties", 4)).map(([, , , , ties, , , , peers, , few]) => [ties, peers, few]).sort()).toEqual([
      ["0", "0", "–"],
      ["1", "1", "1"],
      ["4", "1", "1"],
    ]);
    expect((await linesOf("voices"))[0]?.slice(3, 6)).toEqual(["1–3 (2)", "–", "3 (2)"]);
    expect(await linesOf("pressure-years")).toEqual([
      [
        ...["Guatemala", "2024", "3", "1", "0", "1", "1"],
        ...["Threat or intimidation 2, Eviction or displacement 1", "1/1"],
      ],
    ]);
    expect(await linesOf("pressure")).toContainEqual(["Guatemala", "2024", "Threat or intimidation", "2", "3"]);
    expect((await linesOf("pressure", 1))[0]?.slice(1, 3)).toEqual(["2023–2024", "1/2 → 1/2"]);
    expect(await linesOf("reach")).toContainEqual(["Guatemala", "2024", "Setting", "rural area", "2"]);
    expect((await linesOf("reach", 1)).map((row) => row[3])).toEqual(["long-term", "short-term"]);
  });

  it("gives each table as a file with the rows shown and no others", async () => {
    await open("how?time=2024&tab=table&lang=en");
    for (const section of sections) {
      const figures = page.getByTestId(`how-${section}`).getByTestId("figure");
      for (const figure of await figures.all()) {
        const title = await figure.locator("h2").textContent();
        const clicked = async () => {
          const arriving = page.waitForEvent("download", { timeout: 20_000 }).catch(() => null);
          await figure.getByTestId("download-csv").click({ timeout: 20_000 });
          return await arriving;
        };
        // A busy browser loses a download now and then, and so would a reader ask again.
        const download = (await clicked()) ?? (await clicked());
        if (download === null) throw new Error(`No file came of ${title}.`);
        const csv = parse(await readFile(await download.path()), { bom: true }) as string[][];
        expect([section, download.suggestedFilename()]).toEqual([
          section,
          expect.stringMatching(/^trama-how-.*\.csv$/),
        ]);
        const cells = await figure
          .locator("tbody tr")
          .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
        const shown = cells.map((row) => row.map((text) => (text === "–" ? "" : text)));
        // A spreadsheet would take a sign in front of words for a formula; such a cell is written as text.
        const written = csv.slice(1).map((row) => row.map((text) => text.replace(/^'(?=[+-])/, "")));
        expect([section, written]).toEqual([section, shown]);
        expect([section, csv[0]?.length]).toEqual([section, shown[0]?.length]);
      }
    }
  });

  it("draws each part, names the drawing in a sentence and reads its figures out at the arrow keys", async () => {
    await open("how?time=2024&lang=en");
    for (const [title, said] of [
      ["how-actions", "Guatemala 2024 · 2 collectives · score 1: 1; score 3: 1"],
      ["how-contributions", "By the collective: 4 (1 rating) · 2 collectives · rival explanation missing: 1"],
      ["how-beside", "With the action, in place 0/2 → 2/2, change in points +100"],
      [
        "how-capacities",
        "middle score 3, middle of linked results 3 · 2 of 3 two levels or more apart, 1 without a note",
      ],
      ["how-levels", "Guatemala 2024 · local · 2 of 3 collectives"],
      ["how-ties", "Guatemala 2024 · Used · 1 of the 1 that say"],
      ["how-tie-changes", "Guatemala 2023–2024 · 2 collectives · kept 2, gained 3, lost 1"],
      ["how-voices", "Guatemala 2024 · Women: 1–3 · 2 collectives"],
      ["how-pressure", "Guatemala 2024 · 3 collectives · None: 1; Low: 0; High: 1; Severe: 1"],
      ["how-kinds", "Guatemala 2024 · Threat or intimidation · 2 of 3 collectives"],
      ["how-beside-pressure", "Under high or severe pressure, in place 1/2 → 1/2, change in points 0"],
      ["how-reach", "Guatemala 2024 · Type: Social or popular movement · 2 of 4 collectives"],
      ["how-grants", "G1 (d1) · P1 · long-term · 2022–2026 · 2024: 4 collectives"],
    ] as const) {
      const figure = page.locator(`#${title}`);
      expect([title, await figure.locator("svg").getAttribute("aria-label")]).toEqual([
        title,
        expect.stringMatching(/: \d+ lines?\. The table holds the same figures\.$/),
      ]);
      const read = new Set<string>();
      await figure.getByTestId("chart").focus();
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press("ArrowDown");
        const words = (await figure.getByTestId("reading").textContent()) ?? "";
        if (read.has(words)) break;
        read.add(words);
      }
      expect([title, [...read].filter((words) => words.includes(said))]).toEqual([title, [expect.any(String)]]);
    }
    for (const numbersOnly of ["The network in numbers", "Where each collective stands"]) {
      const part = page.getByTestId("figure").filter({ has: page.getByRole("heading", { name: numbersOnly }) });
      expect([numbersOnly, await part.locator("table").count(), await part.locator("svg").count()]).toEqual([
        numbersOnly,
        1,
        0,
      ]);
    }
  });

  it("says it in three languages and on a narrow screen, as chart and table, without an accessibility violation", async () => {
    for (const [lang, heading] of [
      ["en", "How results come about"],
      ["es", "Cómo surgen los resultados"],
      ["fr", "Comment naissent les résultats"],
    ] as const)
      for (const [width, tab] of [
        [1280, "chart"],
        [1280, "table"],
        [390, "chart"],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await open(`how?time=2024&tab=${tab}&lang=${lang}`);
        await page.getByRole("heading", { level: 1, name: heading }).waitFor();
        expect([lang, width, tab, await violationsOf(page)]).toEqual([lang, width, tab, []]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([lang, width, wide > 0]).toEqual([lang, width, false]);
      }
    expect(await page.getByTestId("matrix-list").count()).toBe(2);
    await page.setViewportSize({ width: 1280, height: 900 });
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

  it("shows a reader no figure of so few collectives, and says what is never public", async () => {
    const reader = await openPage(browser);
    await reader.page.goto(`${server.address}/how?lang=en&tab=table`);
    await settle(reader.page);
    await reader.page.getByTestId("traits-restricted").getByText("too fine to be public").waitFor();
    expect(await reader.page.locator("[data-testid^=how-]").count()).toBe(0);
    expect(await reader.page.locator("tr[data-kind=withheld]").count()).toBeGreaterThan(0);
    expect(await reader.page.locator("tr[data-kind=value]").count()).toBe(0);
  });
});
