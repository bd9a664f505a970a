import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { CellsAnswer } from "../../api/contract/index.ts";
import { emptyFolder, trama } from "../home.ts";
import { openBrowser, openPage } from "./browser.ts";

const home = inject("sampleHome");
const address = inject("address");

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await openBrowser();
  folder = await emptyFolder("export-report");
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

describe("a report as one file", () => {
  it("opens from disk with its charts and figures, asks nobody for anything, and stays within 600 KB", async () => {
    const out = join(folder, "report.html");
    const ran = await trama([
      "export",
      "report",
      "--home",
      home,
      "--country",
      "GTM",
      "--lang",
      "en",
      "--out",
      out,
      "--json",
    ]);
    expect([ran.code, ran.stderr]).toEqual([0, expect.anything()]);
    expect(JSON.parse(ran.stdout)).toMatchObject({ kind: "written", release: 1 });
    const html = await readFile(out, "utf8");
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(600 * 1024);
    expect(html).not.toMatch(/<script|<link rel="stylesheet"|href="\//);
    const { page, errors, requests } = await openPage(browser);
    await page.goto(pathToFileURL(out).href);
    expect(requests.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual([]);
    expect(errors).toEqual([]);
    expect(await page.locator("svg.chart-svg").count()).toBe(2);
    expect(await page.locator("nav:visible, form:visible, button:visible").count()).toBe(0);
    const rows = await page.locator("#results table tbody tr").allTextContents();
    const { cells } = (await (await fetch(`${address}/v1/cells?country=GTM&time=2025`)).json()) as CellsAnswer;
    expect(rows).toHaveLength(cells.length);
    expect(await page.locator('[data-testid="synthetic"]').isVisible()).toBe(true);
    await page.context().close();
  });

  it("is refused with a word for a country that the release does not know", async () => {
    const ran = await trama(["export", "report", "--home", home, "--country", "XXX", "--out", join(folder, "no.html")]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/knows no country XXX; write a code such as GTM/);
  });
});
