import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openAccounts } from "../../api/accounts/accounts.ts";
import type { CellsAnswer, ChangeAnswer, StandardisedAnswer } from "../../api/contract/index.ts";
import { openBrowser, openPage } from "./browser.ts";
import { settle } from "./pages.ts";

const address = inject("address");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A reader who comes to the landing and whose every action is counted. */
async function reader(): Promise<{
  page: Page;
  act: (work: () => Promise<unknown>) => Promise<void>;
  actions: () => number;
}> {
  const { page } = await openPage(browser, { acceptDownloads: true });
  await page.goto(`${address}/?lang=en`);
  await settle(page);
  let count = 0;
  return {
    page,
    act: async (work) => {
      count += 1;
      await work();
      await settle(page);
    },
    actions: () => count,
  };
}

const api = async <T>(path: string) => (await (await fetch(`${address}${path}`)).json()) as T;

describe("from the landing, in five actions at most, a new reader", () => {
  it("finds where legal support fell between two years, and why", async () => {
    const { page, act, actions } = await reader();
    await act(() =>
      page
        .getByTestId("starts")
        .getByRole("link", { name: /Legal support/ })
        .click(),
    );
    await page.waitForURL(/\/change\?result=EX4/);
    await act(() => page.getByTestId("filter-time").selectOption("2022..2023"));
    await page.waitForURL(/time=2022\.\.2023/);
    await page.waitForFunction(() =>
      document.querySelector('[data-direction="fell"]')?.textContent?.includes("Guatemala"),
    );
    const { changes } = await api<ChangeAnswer>("/v1/change?from=2022&to=2023&result=EX4");
    const fell = changes
      .filter(({ interval }) => interval[1] !== null && interval[1] < 0)
      .map(({ country }) => country);
    expect(fell).toEqual(["GTM"]);
    expect(await page.locator('[data-direction="fell"]').textContent()).toBe("Fell (1): Guatemala");
    expect(await page.getByTestId("why").textContent()).toMatch(/joined, left/);
    await act(() => page.getByTestId("tab-table").click());
    const row = await page.locator('[data-testid="figures"] tr', { hasText: "Guatemala" }).textContent();
    expect(row).toMatch(/fell/);
    expect(actions()).toBeLessThanOrEqual(5);
    await page.context().close();
  });

  it("compares internal with external results in one country", async () => {
    const { page, act, actions } = await reader();
    await act(() => page.getByTestId("search").getByRole("searchbox").fill("guate"));
    await act(() => page.getByTestId("hits").getByRole("link", { name: "Guatemala" }).click());
    await page.waitForURL(/\/country\/GTM/);
    const panels = await page.getByTestId("panels").textContent();
    expect(panels).toMatch(/Internal networks.*4 of 4 results.*External networks.*7 of 7 results/s);
    expect(await page.locator("#country svg text", { hasText: /^(In|Ex)ternal networks$/ }).allTextContents()).toEqual([
      "Internal networks",
      "External networks",
    ]);
    expect(actions()).toBeLessThanOrEqual(5);
    await page.context().close();
  });

  it("downloads the data behind a chart and cites it", async () => {
    const { page, act, actions } = await reader();
    await act(() => page.getByTestId("views").getByRole("link", { name: "Compare" }).click());
    await page.waitForURL(/\/compare/);
    await act(() => page.getByTestId("filter-result").selectOption("EX4"));
    await page.waitForURL(/result=EX4/);
    await page.waitForFunction(() => document.querySelector("figure h2")?.textContent?.startsWith("Legal support"));
    const saved = page.waitForEvent("download");
    await act(() => page.getByTestId("download-csv").click());
    const text = await readFile(await (await saved).path(), "utf8");
    const lines = text.trim().split("\r\n");
    const { cells, release } = await api<CellsAnswer>("/v1/cells?by=country&result=EX4&time=2019..2025");
    expect(lines).toHaveLength(cells.length + 1);
    for (const cell of cells) {
      const line = lines.find((one) => one.includes(`,${cell.country},`) && one.includes(`,${cell.year},`));
      const wanted = [cell.status, ...cell.n, ...cell.k, ...cell.share, ...cell.interval].map((value) => value ?? "");
      expect(line).toContain(`,${wanted.join(",")},`);
    }
    expect(await page.getByTestId("citation").textContent()).toMatch(
      new RegExp(`Trama, release ${release} .*Legal support.*/compare\\?result=EX4.*synthetic`),
    );
    expect(actions()).toBeLessThanOrEqual(5);
    await page.context().close();
  });

  it("puts regions side by side on one mix of collective types", async () => {
    const { page, act, actions } = await reader();
    await act(() =>
      page
        .getByTestId("starts")
        .getByRole("link", { name: /Regions side by side/ })
        .click(),
    );
    await page.waitForURL(/by=region/);
    await act(() => page.getByTestId("filter-standardised").check());
    await page.waitForURL(/standardised=type/);
    await page.getByTestId("mix").waitFor();
    // Which types every region publishes is for the protection to say; where there is none, the view says that.
    const result = new URL(page.url()).searchParams.get("result") ?? "EX4";
    const { regions } = await api<StandardisedAnswer>(`/v1/standardised?result=${result}`);
    expect(await page.getByTestId("mix").textContent()).toMatch(
      regions.some(({ status }) => status === "value")
        ? /One mix of types \(\d{4}\)/
        : /cannot be put on one mix: no type of collective|not put on one mix: the types that all of them publish may cover/,
    );
    expect(actions()).toBeLessThanOrEqual(5);
    await page.context().close();
  });

  it("takes along a report of one country that a donor can be sent", async () => {
    const { page, act, actions } = await reader();
    await act(() => page.getByTestId("views").getByRole("link", { name: "Report" }).click());
    await page.waitForURL(/\/report/);
    await act(() => page.getByTestId("filter-country").selectOption("GTM"));
    await page.waitForURL(/country=GTM/);
    await page.getByRole("heading", { level: 1, name: /Guatemala, 2025/ }).waitFor();
    expect(await page.getByTestId("summary").textContent()).toMatch(/Internal networks/);
    expect(await page.getByTestId("take").getByRole("link").count()).toBeGreaterThan(3);
    expect(actions()).toBeLessThanOrEqual(5);
    await page.context().close();
  });

  it("sees, as a donor, what changed in the collectives it funds, from its own cells", async () => {
    const accounts = await openAccounts(inject("sampleHome"));
    const donor = { name: "walking-donor", role: "donor" as const, scope: { donors: ["donor-a"] }, oneTime: false };
    const { password } = await accounts.people.add(donor);
    accounts.close();
    const { page, act, actions } = await reader();
    await act(() => page.getByTestId("who").click());
    await act(async () => {
      await page.getByTestId("sign-in").locator("input[name=name]").fill("walking-donor");
      await page.getByTestId("sign-in").locator("input[name=password]").fill(password);
      await page.keyboard.press("Enter");
      await page.getByTestId("account").waitFor();
    });
    await act(() => page.getByRole("link", { name: "What changed in the collectives you fund" }).click());
    await page.getByTestId("findings").waitFor();
    // Which years of a donor are published is for the protection to say: the first is compared with the last.
    const from = Number(await page.getByTestId("filter-from").locator("option").last().textContent());
    const to = Number(await page.getByTestId("filter-to").inputValue());
    await act(async () => {
      await page.getByTestId("filter-from").selectOption(`${from}`);
      await page.waitForURL(new RegExp(`time=${from}\\.\\.${to}`));
    });
    expect(await page.getByTestId("others").textContent()).toContain(
      `behind ${from} and ${to} may differ: some joined`,
    );
    await act(() => page.getByTestId("tab-table").first().click());
    await page.locator("#funded-difference table").waitFor();
    expect(actions()).toBeLessThanOrEqual(5);
    // What is shown is what its own file says: both bands of each result, and the outer difference between them.
    const { cells } = await page.evaluate<CellsAnswer>(async () =>
      (await fetch("/v1/cells?by=world&grant=own&time=2019..2025")).json(),
    );
    const rows = await page
      .locator("#funded-difference tbody tr")
      .evaluateAll((all) => all.map((row) => [...row.children].map((one) => one.textContent ?? "")));
    const whole = (share: number | null) => Math.round((share as number) * 100);
    const bare = (text: string) => text.replaceAll("−", "-").match(/-?\d+/g)?.map(Number);
    const once = (ends: readonly number[]) => [...new Set(ends)];
    const { results } = await api<{ results: { code: string; label: string }[] }>("/v1/framework");
    expect(rows).toHaveLength(results.length);
    let rose = 0;
    for (const { code, label } of results) {
      const [before, after] = [from, to].map((year) => cells.find((one) => one.result === code && one.year === year)!);
      const row = rows.find(([name]) => name === label)!;
      const [lo, hi] = [after!.share[0]! - before!.share[1]!, after!.share[1]! - before!.share[0]!];
      expect([before!.status, after!.status]).toEqual(["value", "value"]);
      expect([label, bare(row[1]!.replaceAll("–", " ")), bare(row[3]!.replaceAll("–", " "))]).toEqual([
        label,
        once(before!.share.map(whole)),
        once(after!.share.map(whole)),
      ]);
      expect([label, bare(row[5]!)]).toEqual([label, once([whole(lo), whole(hi)].map((end) => end + 0))]);
      expect([label, row[6]]).toEqual([label, lo > 0 ? "rose" : hi < 0 ? "fell" : "not certain"]);
      if (lo > 0) rose += 1;
    }
    expect(await page.locator('[data-direction="rose"]').textContent()).toContain(`(${rose})`);
    expect(await page.locator("#funded-years tbody tr").count()).toBe(results.length * (to - from + 1));
    // Nothing of it is for other readers, and none of it stays behind.
    await page.goto(`${address}/sign-in?lang=en`);
    await settle(page);
    await page.getByTestId("sign-out").click();
    await page.getByTestId("sign-in").waitFor();
    await page.goto(`${address}/funded?lang=en`);
    await settle(page);
    await page.getByTestId("not-public").waitFor();
    expect(await page.locator("table, svg.chart-svg").count()).toBe(0);
    await page.context().close();
  });
});
