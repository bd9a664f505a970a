import { join } from "node:path";
import { openReader } from "@trama/data/store";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type {
  CellsAnswer,
  ChangeAnswer,
  CompletenessAnswer,
  CountriesAnswer,
  DistributionAnswer,
  TraitsAnswer,
} from "../../api/contract/index.ts";
import { openBrowser, openPage } from "./browser.ts";
import { everyPage, settle } from "./pages.ts";

const address = inject("address");
const home = inject("sampleHome");

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  ({ page } = await openPage(browser, { viewport: { width: 1280, height: 900 } }));
});
afterAll(() => browser.close());

const api = async <T>(path: string) => (await (await fetch(`${address}${path}`)).json()) as T;

/** The texts of a chart, as drawn. */
async function textsOf(path: string, figure = ".chart-svg"): Promise<string[]> {
  await page.goto(`${address}/${path}`);
  await settle(page);
  return page.locator(`${figure} text`).allTextContents();
}

type Ends = readonly [number | null, number | null];
const digits = ([lo, hi]: Ends) => {
  const [from, to] = [Math.round((lo as number) * 100), Math.round((hi as number) * 100)];
  return from === to ? `${from}` : `${from}–${to}`;
};
const sorted = (texts: readonly string[]) => [...texts].sort();
const starred = ({ share, n }: { share: Ends; n: Ends }) => `${digits(share)}${(n[0] as number) < 10 ? "*" : ""}`;

describe("the figures that a chart draws", () => {
  it("are those of the API: overview", async () => {
    const texts = await textsOf("overview?lang=en");
    const { cells } = await api<CellsAnswer>("/v1/cells?time=2025");
    const values = cells.filter(({ status }) => status === "value");
    expect(values.length).toBeGreaterThan(100);
    expect(sorted(texts.filter((text) => /^\d+(–\d+)?\*?$/.test(text)))).toEqual(sorted(values.map(starred)));
  });

  it("are those of the API: how results come about", async () => {
    const texts = await textsOf("how?lang=en&time=2025");
    const cells = await Promise.all(
      ["world", "country"].map((by) => api<TraitsAnswer>(`/v1/traits?by=${by}&time=2025`)),
    );
    const values = cells.flatMap(({ traits }) => traits).filter(({ status }) => status === "value");
    expect(values.length).toBeGreaterThan(100);
    expect(sorted(texts.filter((text) => /^\d+(–\d+)?\*?$/.test(text)))).toEqual(sorted(values.map(starred)));
  });

  it("are those of the API: one country", async () => {
    const texts = await textsOf("country/GTM?lang=en&time=2024", "#country .chart-svg");
    const { cells } = await api<CellsAnswer>("/v1/cells?country=GTM&time=2024");
    const wanted = cells.map((cell) =>
      cell.status === "value" ? starred(cell).replace(/(\*?)$/, "%$1") : cell.status === "withheld" ? "[c]" : "[x]",
    );
    const drawn = texts.filter(
      (text) => /^(\d+(–\d+)?%\*?|\[[cx]\])$/.test(text) && !["0%", "25%", "50%", "75%", "100%"].includes(text),
    );
    expect(sorted(drawn)).toEqual(sorted(wanted));
  });

  it("are those of the API: change", async () => {
    const texts = await textsOf("change?result=EX4&time=2022..2023&lang=en");
    const { changes } = await api<ChangeAnswer>("/v1/change?from=2022&to=2023&result=EX4");
    const signed = (value: number) => {
      const points = Math.round(value * 100);
      return points > 0 ? `+${points}` : `${points}`.replace("-", "−");
    };
    const wanted = changes.map(({ status, interval }) => {
      if (status !== "value") return "[c]";
      const [from, to] = interval.map((end) => signed(end as number)) as [string, string];
      return from === to ? from : `${from} to ${to}`;
    });
    expect(sorted(texts.filter((text) => / to |^\[c\]$/.test(text)))).toEqual(sorted(wanted));
  });

  it("are those of the API: pressure beside a change, in words and in every row of the table", async () => {
    await textsOf("change?country=GTM&time=2024..2025&lang=en");
    const { traits } = await api<TraitsAnswer>("/v1/traits?trait=pressure:high&country=GTM&time=2024..2025");
    const told = traits.map(({ status, share }) => (status === "value" ? `${digits(share)}%` : "[c]")).join(" → ");
    expect(told).toMatch(/\d/);
    expect(await page.getByTestId("pressure").textContent()).toContain(`Guatemala ${told}`);
    await textsOf("change?country=GTM&time=2024..2025&lang=en&tab=table");
    const rows = await page.locator('[data-testid="figures"] tbody tr').allTextContents();
    expect(rows).toHaveLength(16);
    for (const row of rows) expect(row).toContain(told);
    const fell = await textsOf("change?result=EX4&time=2023..2024&lang=en").then(() =>
      page.getByTestId("pressure").textContent(),
    );
    const { changes } = await api<ChangeAnswer>("/v1/change?from=2023&to=2024&result=EX4");
    const moved = changes.filter(({ interval: [lo, hi] }) => lo !== null && hi !== null && (lo > 0 || hi < 0));
    const { countries } = await api<CountriesAnswer>("/v1/countries");
    for (const { country } of moved)
      expect(fell).toContain(countries.find((one) => one.country === country)?.name.en ?? "?");
  });

  it("are those of the API: the last year of every small chart", async () => {
    const texts = await textsOf("compare?result=EX4&lang=en");
    const { cells } = await api<CellsAnswer>("/v1/cells?result=EX4&time=2025");
    const wanted = cells.filter(({ status }) => status === "value").map(starred);
    expect(sorted(texts.filter((text) => /^\d+(–\d+)?\*?$/.test(text) && !/^20\d\d$/.test(text)))).toEqual(
      sorted(wanted),
    );
  });

  it("are those of the API: how scores are spread, and the twin holds every end of every band", async () => {
    await textsOf("compare?tab=distribution&by=region&result=EX4&lang=en");
    await page.getByTestId("twin").locator("summary").click();
    const { classes } = await api<DistributionAnswer>("/v1/distribution?by=region&result=EX4&time=2025");
    const rows = await page.locator('[data-testid="figures"] tbody tr').allTextContents();
    for (const { status, share } of classes)
      if (status === "value") expect(rows.some((row) => row.includes(`${digits(share)}%`))).toBe(true);
    expect(rows).toHaveLength(new Set(classes.map(({ region }) => region)).size);
  });

  it("are those of the API: the map's twin", async () => {
    await textsOf("compare?tab=map&result=EX4&lang=en");
    await page.getByTestId("twin").locator("summary").click();
    const { cells } = await api<CellsAnswer>("/v1/cells?result=EX4&time=2025");
    const rows = await page.locator('[data-testid="figures"] tbody tr').allTextContents();
    expect(rows).toHaveLength(cells.length);
    for (const cell of cells.filter(({ status }) => status === "value"))
      expect(rows.some((row) => row.includes(`${digits(cell.share)}%`))).toBe(true);
  });

  it("are those of the API: completeness", async () => {
    const texts = await textsOf("quality?lang=en");
    const { completeness } = await api<CompletenessAnswer>("/v1/completeness");
    expect(sorted(texts.filter((text) => /^\d{1,2}$/.test(text)))).toEqual(
      sorted(completeness.map(({ value }) => `${value}`)),
    );
  });

  it("stand in the release as the API answers them", async () => {
    const { cells, release } = await api<CellsAnswer>("/v1/cells");
    const store = await openReader(join(home, "releases", `${release}`, "public.duckdb"));
    const connection = await store.connect();
    const found = await connection.runAndReadAll(
      "SELECT result, country, year, share_lo, share_hi FROM cell WHERE audience = 'open' AND figure = 'in_place' AND presence = 'all' AND country IS NOT NULL AND type IS NULL AND formality IS NULL AND setting IS NULL AND panel IS NULL AND status = 'value'",
    );
    const inRelease = found.getRowsJS().map((row) => row.map(String).join(" "));
    connection.closeSync();
    store.close();
    const answered = cells
      .filter(({ status }) => status === "value")
      .map(({ result, country, year, share }) => [result, country, year, ...share].map(String).join(" "));
    expect(sorted(answered)).toEqual(sorted(inRelease));
  });
});

describe("by keyboard alone", () => {
  it.each([...everyPage])("%s: every control is reached, in the order of the page", async (view) => {
    await page.goto(`${address}/${view}`);
    await settle(page);
    const name = () => {
      const all = [
        ...document.querySelectorAll<HTMLElement>("a[href], button, select, input, summary, [tabindex='0']"),
      ];
      const shown = all.filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) && (element as HTMLInputElement).type !== "hidden",
      );
      return { count: shown.length, at: shown.indexOf(document.activeElement as HTMLElement) };
    };
    const { count } = await page.evaluate(name);
    const reached: number[] = [];
    for (let press = 0; press < count; press += 1) {
      await page.keyboard.press("Tab");
      reached.push((await page.evaluate(name)).at);
    }
    expect(reached).toEqual(Array.from({ length: count }, (_, at) => at));
  });

  it.each(["overview", "country/GTM", "result/EX4", "change", "quality", "compare?tab=map&result=EX4"])(
    "%s: the arrow keys read a chart's figures aloud and Escape ends it",
    async (view) => {
      await page.goto(`${address}/${view}`);
      await settle(page);
      await page.getByTestId("chart").first().focus();
      await page.keyboard.press("ArrowRight");
      const first = await page.getByTestId("reading").first().textContent();
      expect(first?.length).toBeGreaterThan(10);
      await page.keyboard.press(
        view.includes("map") || view === "overview" || view === "quality" ? "ArrowRight" : "ArrowDown",
      );
      expect(await page.getByTestId("reading").first().textContent()).not.toBe(first);
      await page.keyboard.press("Escape");
      expect(await page.locator(".tip").count()).toBe(0);
    },
  );
});
