import { rm } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAccounts } from "../../api/accounts/accounts.ts";
import { type Office, office, resultsHeader } from "../office.ts";
import { openBrowser, openPage } from "./browser.ts";
import { settle, violationsOf } from "./pages.ts";
import { type Served, serveHome } from "./server.ts";

let team: Office;
let server: Served;
let browser: Browser;
let page: Page;
const errors: string[] = [];
const passwords = { manager: "", donor: "" };

/** Scores of twelve collectives of one project, a line each. */
const lines = (year: number, score: (one: number) => number) =>
  Array.from({ length: 12 }, (_, one) => `P1,GTM,${year},1,c${one},ST1,,${score(one)},2,`);
const csv = (rows: readonly string[]) => Buffer.from(`${[resultsHeader, ...rows].join("\n")}\n`);

beforeAll(async () => {
  team = await office("work");
  await team.ingest(
    await team.report("first.csv", [...lines(2023, () => 2), ...lines(2024, (one) => (one < 8 ? 3 : 2))]),
  );
  expect((await team.run("publish", "--json")).code).toBe(0);
  const accounts = await openAccounts(team.home);
  const add = async (name: "manager" | "donor", role: "manager" | "donor", scope: Record<string, string[]>) =>
    (await accounts.people.add({ name, role, scope, oneTime: false })).password;
  passwords.manager = await add("manager", "manager", { countries: ["GTM"] });
  passwords.donor = await add("donor", "donor", { donors: ["donor-a"] });
  accounts.close();
  server = await serveHome(team.home);
  browser = await openBrowser();
  const opened = await openPage(browser, {
    viewport: { width: 1280, height: 900 },
    bypassCSP: true,
    reducedMotion: "reduce",
  });
  page = opened.page;
  page.on("pageerror", (error) => errors.push(error.message));
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(team.folder, { recursive: true, force: true });
});

async function signIn(name: "manager" | "donor"): Promise<void> {
  await page.getByTestId("sign-in").locator("input[name=name]").fill(name);
  await page.getByTestId("sign-in").locator("input[name=password]").fill(passwords[name]);
  await page.keyboard.press("Enter");
  await page.getByTestId("account").waitFor();
}

describe("a manager", () => {
  it("files a report with two mistakes and mends it, in five actions from the landing", async () => {
    await page.goto(`${server.address}/?lang=en`);
    await settle(page);
    let actions = 1;
    await page.getByTestId("who").click();
    await page.getByTestId("sign-in").waitFor();
    actions += 1;
    await signIn("manager");
    actions += 1;
    await page.getByRole("link", { name: "File a report" }).click();
    await page.getByTestId("report").waitFor({ state: "attached" });
    const rows = lines(2025, (one) => (one < 9 ? 3 : 2));
    const mistaken = [...rows.slice(0, 10), rows[10]!.replace(",2,2,", ",7,2,"), rows[11]!.replace("ST1", "ST9")];
    actions += 1;
    await page.getByTestId("report").setInputFiles({ name: "report.csv", mimeType: "text/csv", buffer: csv(mistaken) });
    await page.getByTestId("outcome").first().waitFor();
    expect(await page.getByTestId("rows").first().textContent()).toMatch(
      /13 rows read: 10 accepted, 2 rejected, 0 held for a person, 1 skipped/,
    );
    const issues = await page.locator('[data-testid="outcome"] tbody tr').allTextContents();
    expect(issues.filter((text) => text.includes("row rejected"))).toHaveLength(2);
    expect(issues.join("\n")).toMatch(/Row 12.*7/s);
    expect(issues.join("\n")).toMatch(/Row 13.*ST9/s);
    // One row carries an address, which is held for a person before anyone else reads it.
    const named = rows.map((row, one) => (one === 0 ? `${row}write to somebody@example.org` : row));
    actions += 1;
    await page.getByTestId("report").setInputFiles({ name: "mended.csv", mimeType: "text/csv", buffer: csv(named) });
    await page.getByRole("heading", { name: /mended\.csv has been filed/ }).waitFor();
    expect(await page.getByTestId("rows").first().textContent()).toMatch(
      /11 accepted, 0 rejected, 1 held for a person/,
    );
    expect(actions).toBeLessThanOrEqual(5);
    expect(await violationsOf(page)).toEqual([]);
  });

  it("sees exact figures of its country, and where each came from down to file, sheet and row", async () => {
    await page.goto(`${server.address}/country/GTM?lang=en&tab=table`);
    await page.waitForFunction(
      () => document.querySelector('[data-testid="bands"]')?.textContent === "These figures are exact.",
    );
    const row = await page.locator("#country tbody tr", { hasText: "2024" }).first().textContent();
    expect(row).toMatch(/67%.*12.*8/);
    await page.getByTestId("provenance").click();
    await page.waitForURL(/\/provenance/);
    // The country's own filter stands there until the view has come.
    await settle(page);
    await page.getByTestId("filter-time").selectOption("2024");
    await page.waitForURL(/time=2024/);
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="figures"] tbody tr').length === 12);
    const origin = await page.locator('[data-testid="figures"] tbody tr').allTextContents();
    expect(origin.every((text) => text.includes("first.csv"))).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
  });

  it("follows the same collectives from their first score to their latest", async () => {
    await page.goto(`${server.address}/progress?lang=en&tab=table`);
    await page.getByTestId("figures").waitFor();
    expect(await page.locator('[data-testid="figures"] tbody tr').first().textContent()).toMatch(/12.*0%.*67%.*8/);
    expect(await violationsOf(page)).toEqual([]);
  });

  it("reviews what is held, sees what the next release would change, and publishes it", async () => {
    await page.goto(`${server.address}/review?lang=en`);
    await page.getByTestId("waiting").locator("h2").waitFor();
    const held = page.getByTestId("held").first();
    expect(await held.textContent()).not.toContain("somebody@example.org");
    await held.getByRole("button", { name: "Show the words" }).click();
    await held.getByText("somebody@example.org").waitFor();
    await held.locator("input").fill("Names a person");
    await held.getByRole("button", { name: "Refuse" }).click();
    await held.getByText("Refused.").waitFor();
    await page.getByRole("button", { name: "Work out the draft" }).click();
    await page.getByTestId("draft-figures").waitFor();
    expect(await page.getByTestId("draft-figures").textContent()).toMatch(/exact figures, [1-9]\d* would change/);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByTestId("publish").locator("input").fill("One report more");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByTestId("published").getByText("Release 2 has been published.").waitFor({ timeout: 200_000 });
    await page.goto(`${server.address}/overview?lang=en`);
    await page
      .getByTestId("news")
      .getByText(/Since release 1/)
      .waitFor({ timeout: 30_000 });
  });

  it("leaves nothing restricted in the browser, and is a reader again after signing out", async () => {
    await page.goto(`${server.address}/sign-in?lang=en`);
    await page.getByTestId("sign-out").click();
    await page.getByTestId("sign-in").waitFor();
    await page.goto(`${server.address}/country/GTM?lang=en`);
    await settle(page);
    expect(await page.getByTestId("bands").allTextContents()).not.toContain("These figures are exact.");
    const kept = await page.evaluate(async () => {
      const stores = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      const texts = await Promise.all(
        stores.flat().map(async (request) => (await caches.match(request))?.text() ?? ""),
      );
      return texts.filter((text) => /first\.csv|"c-[0-9a-f]{16}"/.test(text)).length;
    });
    expect(kept).toBe(0);
    expect(errors).toEqual([]);
  });
});

describe("signing in", () => {
  it("refuses a wrong password in the reader's language and says what to do", async () => {
    await page.goto(`${server.address}/sign-in?lang=es`);
    await settle(page);
    await page.getByTestId("sign-in").locator("input[name=name]").fill("manager");
    await page.getByTestId("sign-in").locator("input[name=password]").fill("not the password");
    await page.keyboard.press("Enter");
    expect(await page.getByTestId("problem").textContent()).toMatch(/no coinciden/);
    expect(await violationsOf(page)).toEqual([]);
  });

  it("gives a donor no filing, no rows, and says why", async () => {
    await page.goto(`${server.address}/sign-in?lang=en`);
    await settle(page);
    await signIn("donor");
    for (const path of ["file", "review", "provenance"]) {
      await page.goto(`${server.address}/${path}?lang=en`);
      await settle(page);
      await page.getByTestId("not-public").waitFor();
      expect(await page.getByTestId("report").count()).toBe(0);
    }
  });
});
