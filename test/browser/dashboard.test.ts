import { brotliCompressSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { CellsAnswer } from "../../api/contract/index.ts";
import { messages } from "../../dashboard/locales/en.ts";
import { openBrowser, openPage } from "./browser.ts";
import { everyPage, inLanguage, settle, violationsOf } from "./pages.ts";

const address = inject("address");
const languages = ["en", "es", "fr"];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The rows of the view's table as texts, by column. */
function rowsOf(page: Page): Promise<string[][]> {
  return page
    .locator('[data-testid="figures"] tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
}

/** The numbers that a band is written with: both ends, or one where they are the same. */
const ends = (band: readonly (number | null)[]) => [...new Set(band)];

describe("a figure on the screen", () => {
  it("equals the one that the API answers, for every country and year of a result", async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(`${address}/compare?result=EX4&tab=table&lang=en`, { waitUntil: "networkidle" });
    const shown = await rowsOf(page);
    const { cells } = (await (await fetch(`${address}/v1/cells?result=EX4`)).json()) as CellsAnswer;
    const names = new Map(
      (
        (await (await fetch(`${address}/v1/countries`)).json()) as {
          countries: { country: string; name: { en: string } }[];
        }
      ).countries.map(({ country, name }) => [country, name.en]),
    );
    expect(shown).toHaveLength(cells.length);
    for (const cell of cells) {
      const row = shown.find(
        ([country, year]) => country === names.get(cell.country ?? "") && year === String(cell.year),
      );
      const [, , share, n, k] = row ?? [];
      if (cell.status === "value")
        expect([share, n, k].map((text) => text?.match(/\d+/g)?.map(Number))).toEqual([
          ends(cell.share.map((end) => Math.round((end as number) * 100))),
          ends(cell.n),
          ends(cell.k),
        ]);
      else expect(row?.join(" ")).not.toMatch(/\d%/);
    }
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("is the same in the chart's server-rendered table, with scripts off", async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${address}/compare?result=EX4&tab=table&lang=en`);
    const without = await rowsOf(page);
    await page.goto(`${address}/overview?lang=en`);
    expect(await page.locator("svg, table").count()).toBeGreaterThan(0);
    const other = await openPage(browser);
    await other.page.goto(`${address}/compare?result=EX4&tab=table&lang=en`, { waitUntil: "networkidle" });
    expect(await rowsOf(other.page)).toEqual(without);
    for (const { page: opened } of [{ page }, other]) await opened.context().close();
  });
});

describe("every view", () => {
  it.each(everyPage.flatMap((view) => languages.map((lang) => [view, lang] as const)))(
    "%s in %s: has no accessibility violation and no error, light or dark",
    async (view, lang) => {
      const { page, errors } = await openPage(browser, {
        colorScheme: "light",
        reducedMotion: "reduce",
        bypassCSP: true,
      });
      await page.goto(`${address}/${inLanguage(view, lang)}`);
      await settle(page);
      expect(await violationsOf(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await violationsOf(page)).toEqual([]);
      expect(errors).toEqual([]);
      expect(await page.locator("html").getAttribute("lang")).toBe(lang);
      await page.context().close();
    },
  );

  it("says all in words, when it is opened and when it is reached from a page that was sent other words", async () => {
    const unsaid = (page: Page) =>
      page.evaluate(() => {
        const whole = document.body.cloneNode(true) as HTMLElement;
        for (const script of whole.querySelectorAll("script")) script.remove();
        return whole.innerHTML.match(/[a-z][\w-]*(\.[\w-]+)+/g) ?? [];
      });
    const { page } = await openPage(browser);
    for (const view of everyPage) {
      await page.goto(`${address}/${inLanguage(view, "es")}`);
      await settle(page);
      expect([view, (await unsaid(page)).filter((id) => id in messages)]).toEqual([view, []]);
    }
    await page.goto(`${address}/report?lang=es`);
    for (const path of ["overview", "compare", "quality", "progress", "change", "outcomes", "methods"]) {
      await settle(page);
      await page.locator(`nav.views a[href^="/${path}"]`).first().click();
      await page.waitForURL(`**/${path}**`);
      await settle(page);
      expect([path, (await unsaid(page)).filter((id) => id in messages)]).toEqual([path, []]);
    }
    await page.context().close();
  });

  it("asks no other host, and its first view stays within six requests and 150 KB", async () => {
    for (const view of everyPage.filter((page) => !page.includes("tab="))) {
      const { page, requests } = await openPage(browser);
      // What is kept for reading offline is fetched later, and never for a reader who saves data, as this one does.
      await page.addInitScript(() =>
        Object.defineProperty(Navigator.prototype, "connection", { get: () => ({ saveData: true }) }),
      );
      const sizes: number[] = [];
      page.on("response", async (response) => {
        const body = await response.body().catch(() => Buffer.alloc(0));
        sizes.push(brotliCompressSync(body).length);
      });
      await page.goto(`${address}/${view}`, { waitUntil: "load" });
      await settle(page);
      const first = [...requests];
      expect(first.filter((url) => !url.startsWith(address))).toEqual([]);
      expect([view, first.length]).toEqual([view, Math.min(first.length, 6)]);
      const size = sizes.reduce((sum, one) => sum + one, 0);
      expect([view, size]).toEqual([view, Math.min(size, 150 * 1024)]);
      await page.context().close();
    }
  });

  it("reflows at 320 px without scrolling sideways", async () => {
    const { page } = await openPage(browser, { viewport: { width: 320, height: 700 } });
    for (const view of everyPage) {
      await page.goto(`${address}/${view}`);
      await settle(page);
      expect([view, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([view, 0]);
    }
    await page.context().close();
  });

  it("holds still for readers who ask for less motion", async () => {
    const { page } = await openPage(browser, { reducedMotion: "reduce" });
    for (const view of ["overview", "style"]) {
      await page.goto(`${address}/${view}`);
      await settle(page);
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll("*")].flatMap((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return transitionDuration.split(", ").some((time) => time !== "0s") || animationName !== "none"
            ? [element.outerHTML.slice(0, 80)]
            : [];
        }),
      );
      expect(moving).toEqual([]);
    }
    await page.context().close();
  });

  it("prints its figures and words without what only a screen needs", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${address}/report?country=GTM&lang=en`);
    await settle(page);
    await page.emulateMedia({ media: "print" });
    for (const hidden of [".views", ".settings", ".filters", ".downloads", ".tabs"])
      expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false]);
    for (const shown of ["h1", ".chart-svg", '[data-testid="citation"]', '[data-testid="synthetic"]'])
      expect([shown, await page.locator(shown).first().isVisible()]).toEqual([shown, true]);
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(20_000);
    await page.context().close();
  });
});

describe("the state of a view", () => {
  it("stands in its address: a choice changes it, going back undoes it, the link shows the same", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${address}/compare?lang=en&tab=table`, { waitUntil: "networkidle" });
    await page.locator("select[name=result]").selectOption("EX4");
    await page.waitForURL(/result=EX4/);
    await page.waitForFunction(() =>
      document.querySelector('[data-testid="figures"] caption')?.textContent?.startsWith("Legal support"),
    );
    const chosen = await rowsOf(page);
    const link = page.url();
    await page.goBack();
    await page.waitForFunction(() =>
      document.querySelector('[data-testid="figures"] caption')?.textContent?.startsWith("Information"),
    );
    await page.goto(link, { waitUntil: "networkidle" });
    expect(await rowsOf(page)).toEqual(chosen);
    await page.context().close();
  });

  it("is kept when the language changes", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${address}/compare?lang=en&result=IN2&country=GTM~HND`, { waitUntil: "networkidle" });
    await page.locator('a[lang="fr"], a[hreflang="fr"]').first().click();
    await page.waitForURL(/lang=fr/);
    expect(page.url()).toMatch(/result=IN2/);
    expect(decodeURIComponent(page.url())).toMatch(/country=GTM~HND/);
    await page.context().close();
  });

  it("can be worked by keyboard alone: arrow keys read the chart's figures aloud", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${address}/compare?lang=en&result=EX4&country=GTM`, { waitUntil: "networkidle" });
    await page.waitForSelector('svg[role="img"]');
    const reached = new Set<string>();
    for (let press = 0; press < 60; press += 1) {
      await page.keyboard.press("Tab");
      reached.add(
        await page.evaluate(
          () =>
            `${document.activeElement?.tagName}.${document.activeElement?.className} ${document.activeElement?.getAttribute("aria-label") ?? ""}`,
        ),
      );
    }
    expect([...reached].some((name) => name.startsWith("SELECT"))).toBe(true);
    expect([...reached].some((name) => name.startsWith("BUTTON"))).toBe(true);
    await page.locator(".chart-inner, [tabindex='0']").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() =>
      [...document.querySelectorAll("[aria-live]")].some((live) => /\d/.test(live.textContent ?? "")),
    );
    await page.context().close();
  });
});

describe("an address that says what is not there", () => {
  it("helps instead of breaking", async () => {
    const unknown = await fetch(`${address}/nonsense`);
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toMatch(/overview/);
    const odd = await fetch(`${address}/compare?result=ZZ9&time=abc&country=QQQ`);
    expect(odd.status).toBe(200);
  });
});
