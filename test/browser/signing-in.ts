import type { Page } from "playwright-core";
import { settle } from "./pages.ts";

/** Signs in on the page as a person does, by keyboard. */
export async function signInAs(page: Page, address: string, name: string, password: string): Promise<void> {
  await page.goto(`${address}/sign-in?lang=en`);
  await settle(page);
  const form = page.getByTestId("sign-in");
  await form.locator("input[name=name]").fill(name);
  await form.locator("input[name=password]").fill(password);
  await page.keyboard.press("Enter");
  await page.getByTestId("account").waitFor();
}

/** Waits until what only this caller may read has come, and its charts are drawn. */
export async function settleSignedIn(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector("main")?.getAttribute("aria-busy") !== "true");
  await page.waitForFunction(
    () =>
      document.querySelector('[data-testid="who"]')?.textContent !== "" && !document.querySelector("[data-loading]"),
  );
  await settle(page);
}
