import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openAccounts } from "../../api/accounts/accounts.ts";
import { openBrowser, openPage } from "./browser.ts";
import { settle, violationsOf } from "./pages.ts";
import { settleSignedIn, signInAs } from "./signing-in.ts";

const address = inject("address");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const patience = { timeout: 120_000 };

/** Follows a link to a file by keyboard; gives the file's name, its first bytes and what was said on the way. */
async function take(page: Page, form: string) {
  const said: string[] = [];
  await page.exposeFunction("heard", (text: string) => void (text && said.push(text)));
  await page.evaluate(() => {
    const status = document.querySelector('[data-testid="take-said"]') as HTMLElement;
    new MutationObserver(() =>
      (globalThis as unknown as { heard(text: string): void }).heard(status.textContent ?? ""),
    ).observe(status, { childList: true, characterData: true, subtree: true });
  });
  const coming = page.waitForEvent("download", patience);
  await page.getByTestId(`take-${form}`).focus();
  await page.keyboard.press("Enter");
  const download = await coming;
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), head: bytes.subarray(0, 5).toString("latin1"), said };
}

describe("a report taken along from the dashboard", () => {
  it("is made by keyboard alone, with its progress told, and keeps the page free of barriers", async () => {
    const { page, errors } = await openPage(browser, { bypassCSP: true });
    await page.goto(`${address}/report?country=GTM&time=2025&lang=es`);
    await settle(page);
    const { name, head, said } = await take(page, "pdf");
    expect([name, head]).toEqual(["trama-report-GTM-2025-es-release-1.pdf", "%PDF-"]);
    expect(said[0]).toMatch(/PDF.*: esperando su turno/);
    expect(said.some((text) => /leyendo las cifras|dibujando gráficos/.test(text))).toBe(true);
    await page.getByText(/hecho y entregado a su navegador/).waitFor();
    expect(await page.locator("progress").count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  }, 180_000);

  it("is of the whole over the years that the address names, and beside it the IATI file", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${address}/report?lang=fr`);
    await settle(page);
    await page.getByTestId("filter-from").selectOption("2023");
    await page.waitForURL(/time=2023\.\.2025/);
    await settle(page);
    await page.getByRole("heading", { level: 1, name: "Toutes les régions, 2023–2025" }).waitFor();
    expect(await page.getByTestId("take-pdf").getAttribute("href")).toBe(
      "/v1/releases/1/report?time=2023..2025&lang=fr&format=pdf",
    );
    const { name, head, said } = await take(page, "iati");
    expect([name, head]).toEqual(["trama-iati-release-1.xml", "<?xml"]);
    expect(said[0]).toMatch(/Fichier IATI/);
    await page.context().close();
  }, 180_000);

  it("says why it was not made where no answer comes, and tries again when asked", async () => {
    const { page } = await openPage(browser, { bypassCSP: true });
    await page.goto(`${address}/report?country=KEN&time=2025&lang=en`);
    await settle(page);
    await page.context().setOffline(true);
    await page.getByTestId("take-docx").click();
    await page.getByTestId("take-refused").getByText("The server cannot be reached").waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.context().setOffline(false);
    const coming = page.waitForEvent("download", patience);
    await page.getByRole("button", { name: "Try again" }).focus();
    await page.keyboard.press("Enter");
    expect((await coming).suggestedFilename()).toBe("trama-report-KEN-2025-en-release-1.docx");
    expect(await page.getByTestId("take-refused").textContent()).toBe("");
    await page.context().close();
  }, 180_000);

  it("is a plain link to the file with scripts off", async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${address}/report?country=KEN&time=2025&lang=en`);
    const coming = page.waitForEvent("download", patience);
    await page.getByTestId("take-docx").click();
    expect((await coming).suggestedFilename()).toBe("trama-report-KEN-2025-en-release-1.docx");
    await page.context().close();
  }, 180_000);

  it("is a donor's own beside what it funds", async () => {
    const accounts = await openAccounts(inject("sampleHome"));
    const donor = { name: "taking-donor", role: "donor" as const, scope: { donors: ["donor-a"] }, oneTime: false };
    const { password } = await accounts.people.add(donor);
    accounts.close();
    const { page } = await openPage(browser, { bypassCSP: true });
    await signInAs(page, address, "taking-donor", password as string);
    await page.goto(`${address}/funded?time=2023..2025&lang=en`);
    await settleSignedIn(page);
    await page.getByTestId("take-away").waitFor();
    const { name, head } = await take(page, "docx");
    expect([name, head.slice(0, 2)]).toEqual(["trama-report-donor-a-2023-2025-en-release-1.docx", "PK"]);
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  }, 180_000);
});
