import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser, openPage } from "./browser.ts";
import { settle } from "./pages.ts";

const address = inject("address");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A line to the server that can be cut. */
async function openLine(): Promise<{ address: string; cut: () => Promise<void> }> {
  const line: Server = createServer((incoming, outgoing) => {
    const onward = request(
      `${address}${incoming.url}`,
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.once("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", resolve));
  const { port } = line.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    cut: () =>
      new Promise((resolve) => {
        line.close(() => resolve());
        line.closeAllConnections();
      }),
  };
}

interface Kept {
  readonly releases: readonly string[];
  readonly answers: readonly string[];
  readonly files: readonly string[];
}

/** What the browser keeps, as addresses. */
function keptIn(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const releases = (await caches.keys()).filter((name) => name.startsWith("trama-release-"));
    const within = async (names: readonly string[]) =>
      (await Promise.all(names.map(async (name) => (await caches.open(name)).keys())))
        .flat()
        .map(({ url }) => new URL(url).pathname + new URL(url).search);
    const files = (await caches.keys()).filter((name) => name === "trama-files");
    return { releases, answers: await within(releases), files: await within(files) };
  });
}

/** Waits until enough is kept. */
async function keptFor(page: Page, enough: (kept: Kept) => boolean): Promise<void> {
  await expect.poll(async () => enough(await keptIn(page)), { timeout: 60_000 }).toBe(true);
}

describe("without a connection, after a first visit", () => {
  it("opens the page read before and the other views, and says that the line is gone", async () => {
    const line = await openLine();
    const { page } = await openPage(browser);
    await page.goto(`${line.address}/overview?lang=en`);
    await settle(page);
    const seen = await page.locator(".chart-svg").first().textContent();
    await keptFor(
      page,
      ({ answers, files }) => answers.includes("/v1/completeness") && files.some((url) => /plot-parts/.test(url)),
    );
    await line.cut();
    await page.context().setOffline(true);
    await page.reload();
    await settle(page);
    expect(await page.locator(".chart-svg").first().textContent()).toBe(seen);
    await page.getByTestId("offline").waitFor();
    await page.goto(`${line.address}/quality?lang=en`);
    await settle(page);
    expect(await page.locator("h1").textContent()).toBe("Can I trust it?");
    expect(await page.locator(".chart-svg").count()).toBe(1);
    await page.getByTestId("views").getByRole("link", { name: "Change" }).click();
    await page.waitForURL(/\/change/);
    await page.getByTestId("findings").waitFor();
    await page.goto(`${line.address}/country/GTM?lang=en`);
    await page.getByTestId("error").waitFor();
    expect(await page.getByTestId("error").textContent()).toMatch(/cannot be reached/);
    await page.context().close();
  });

  it("says that the line is gone as soon as an answer is one kept from before, though the browser calls itself online", async () => {
    const line = await openLine();
    const { page } = await openPage(browser);
    await page.goto(`${line.address}/overview?lang=en`);
    await settle(page);
    await keptFor(page, ({ answers }) => answers.includes("/v1/completeness"));
    expect(await page.getByTestId("offline").count()).toBe(0);
    await line.cut();
    await page.reload();
    await settle(page);
    await page.getByTestId("offline").waitFor();
    expect(await page.evaluate(() => navigator.onLine)).toBe(true);
    await page.context().close();
  });

  it("keeps public answers only, of one release", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${address}/overview?lang=en`);
    await settle(page);
    await keptFor(page, ({ answers }) => answers.includes("/v1/countries"));
    await page.evaluate(() => fetch("/v1/progress").then((answer) => answer.text()));
    await page.evaluate(() => fetch("/v1/cells?grant=G1").then((answer) => answer.text()));
    const kept = await keptIn(page);
    expect(kept.releases).toHaveLength(1);
    expect(kept.answers.filter((url) => /progress|grant|session|observations|reports/.test(url))).toEqual([]);
    await page.context().close();
  });
});
