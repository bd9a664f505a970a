import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { CellsAnswer } from "../../api/contract/index.ts";
import { openBrowser, openPage } from "./browser.ts";
import { settle } from "./pages.ts";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = (await openPage(browser, { viewport: { width: 1280, height: 900 } })).page;
});
afterAll(() => browser.close());

const cellsOf = async (query: string) =>
  ((await (await fetch(`${inject("address")}/v1/cells?${query}`)).json()) as CellsAnswer).cells;

describe("a withheld figure of a country", () => {
  it("is explained in plain words and leads to its region's figure where that is published, never elsewhere", async () => {
    const cells = await cellsOf("by=country");
    const regions = await cellsOf("by=region");
    const withheld = cells.find(
      (cell) =>
        cell.status === "withheld" &&
        // A country of which nothing is published stands in no table.
        cells.some((one) => one.country === cell.country && one.result === cell.result && one.status === "value") &&
        regions.some(
          (one) =>
            one.region === cell.region &&
            one.result === cell.result &&
            one.year === cell.year &&
            one.status === "value",
        ),
    );
    if (!withheld) throw new Error("The sample withholds no figure of a country whose region is published.");
    const { result, year, region } = withheld;
    await page.goto(`${inject("address")}/compare?result=${result}&tab=table&lang=en`);
    await settle(page);
    expect(await page.getByTestId("withheld").first().textContent()).toMatch(/point to one collective or to a few/);
    const rows = page.locator('[data-testid="figures"] tbody tr');
    for (const one of await rows.all()) {
      const links = await one.locator("a").count();
      if ((await one.getAttribute("data-kind")) !== "withheld") expect(links).toBe(0);
    }
    const offered = page.getByTestId("withheld").first().locator(`a[href*="region=${region}"]`);
    expect(await offered.count()).toBe(1);
    await rows
      .filter({ hasText: `${year}` })
      .locator(`a[href*="region=${region}"]`)
      .first()
      .click();
    await page.waitForFunction(() => new URLSearchParams(location.search).get("by") === "region");
    await settle(page);
    await page.getByRole("link", { name: "Table" }).first().click();
    await page.waitForFunction(() => new URLSearchParams(location.search).get("tab") === "table");
    await settle(page);
    const found = page.locator('[data-testid="figures"] tbody tr[data-kind="value"]', { hasText: `${year}` });
    expect(await found.count()).toBeGreaterThan(0);
  });
});
