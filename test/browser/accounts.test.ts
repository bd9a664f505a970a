import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openAccounts } from "../../api/accounts/accounts.ts";
import { emptyFolder } from "../home.ts";
import { openBrowser, openPage } from "./browser.ts";
import { settle } from "./pages.ts";
import { type Served, serveHome } from "./server.ts";
import { settleSignedIn, signInAs } from "./signing-in.ts";

let browser: Browser;
let server: Served;
let admin: Page;
let folder: string;
const errors: string[] = [];

beforeAll(async () => {
  folder = await emptyFolder("accounts-page");
  const home = join(folder, "home");
  await cp(inject("sampleHome"), home, { recursive: true });
  const accounts = await openAccounts(home);
  const { password } = await accounts.people.add({ name: "chief", role: "admin", scope: {}, oneTime: false });
  // Other tests may have made admins of the same home.
  for (const { name, role } of await accounts.people.list())
    if (role === "admin" && !["chief", "admin"].includes(name)) await accounts.people.disable(name, true);
  accounts.close();
  server = await serveHome(home);
  browser = await openBrowser();
  admin = await person();
  await signInAs(admin, server.address, "chief", password);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A browser of another person's. */
async function person(options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await openPage(browser, { bypassCSP: true, reducedMotion: "reduce", ...options });
  page.on("pageerror", (error) => errors.push(error.message));
  return page;
}

/** Reads what is told once, says that it was noted, and makes sure that it stands nowhere any more. */
async function noted(page: Page): Promise<string> {
  const secret = (await page.getByTestId("secret").textContent()) as string;
  // The focus goes there once it has been drawn.
  await page.waitForFunction(() => (document.activeElement as HTMLElement | null)?.dataset.testid === "told-once");
  await page.getByTestId("noted").click();
  expect(await page.content()).not.toContain(secret);
  return secret;
}

const status = (secret: string) =>
  fetch(`${server.address}/v1/quality`, { headers: { authorization: `Bearer ${secret}` } }).then(
    (answer) => answer.status,
  );

describe("an admin", () => {
  let first: string;
  let manager: Page;
  let token: string;

  it("adds a manager by keyboard, mends what did not fit, and is told the one-time password once", async () => {
    await admin.getByRole("link", { name: "Accounts" }).click();
    const form = admin.getByTestId("new-account");
    await form.locator("input[name=name]").fill("lucia");
    await form.locator("input[name=countries]").fill("Guatemala");
    await admin.keyboard.press("Enter");
    expect(await admin.getByTestId("problem").textContent()).toMatch(/codes such as GTM/);
    await form.locator("input[name=countries]").fill("gtm, hnd");
    await admin.keyboard.press("Enter");
    await admin.getByTestId("told-once").waitFor();
    expect(await admin.getByTestId("problem").count()).toBe(0);
    first = await noted(admin);
    expect(await admin.getByTestId("account-lucia").textContent()).toMatch(/manager · GTM and HND.*not replaced yet/s);
    await admin.reload();
    await settleSignedIn(admin);
    expect(await admin.content()).not.toContain(first);
  });

  it("gave it to somebody who is asked for a password at once, and loses nothing typed while the page is read again", async () => {
    // The worker would answer before the held request is seen.
    const slow = await person({ serviceWorkers: "block" });
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await slow.route("**/v1/health", async (route) => {
      await held;
      await route.continue();
    });
    await signInAs(slow, server.address, "lucia", first);
    expect(await slow.locator("main").getAttribute("aria-busy")).toBe("true");
    expect(await slow.getByRole("heading", { level: 1 }).textContent()).toBe("Choose a new password");
    const current = slow.getByTestId("choose-password").locator("input[name=current]");
    await current.fill(first);
    const answered = slow.waitForResponse("**/v1/health");
    letGo();
    await answered;
    await settle(slow);
    expect(await current.inputValue()).toBe(first);
    await slow.context().close();
  });

  it("gave it to somebody who signs in with it, chooses a password and makes a token that is told once", async () => {
    manager = await person();
    await signInAs(manager, server.address, "lucia", first);
    const choose = manager.getByTestId("choose-password");
    await choose.locator("input[name=current]").fill(first);
    await choose.locator("input[name=next]").fill("four long words together");
    await manager.keyboard.press("Enter");
    await manager.getByTestId("sign-in").waitFor();
    await signInAs(manager, server.address, "lucia", "four long words together");
    const form = manager.getByTestId("new-token");
    await form.locator("input[name=label]").fill("notebook");
    await form.locator("input[name=days]").fill("30");
    await manager.keyboard.press("Enter");
    await manager.getByTestId("told-once").waitFor();
    token = await noted(manager);
    expect(token).toMatch(/^trama_/);
    expect(await status(token)).toBe(200);
    await manager.getByRole("button", { name: "Revoke notebook" }).waitFor();
  });

  it("revokes that token, changes the reach, and shuts the account, each at once", async () => {
    const one = admin.getByTestId("account-lucia");
    await one.locator("summary").focus();
    await admin.keyboard.press("Enter");
    await one.getByRole("button", { name: "Revoke notebook" }).click();
    await one.getByText("notebook is refused from now on.").waitFor();
    expect(await status(token)).toBe(401);
    await one.locator("input[name=countries]").fill("KEN");
    await one.getByRole("button", { name: "Save role and reach" }).click();
    await admin.waitForFunction(() =>
      /manager · KEN/.test(document.querySelector('[data-testid="account-lucia"]')?.textContent ?? ""),
    );
    await manager.goto(`${server.address}/quality?lang=en`);
    await settle(manager);
    expect(await manager.getByTestId("who").textContent()).toBe("Sign in");
    await signInAs(manager, server.address, "lucia", "four long words together");
    expect(await manager.getByTestId("account").textContent()).toMatch(/reaches: KEN/);
    await one.getByRole("button", { name: "Disable" }).click();
    await one.getByRole("button", { name: "Enable" }).waitFor();
    await manager.reload();
    await settle(manager);
    await manager.getByTestId("sign-in").waitFor();
    await manager.getByTestId("sign-in").locator("input[name=name]").fill("lucia");
    await manager.getByTestId("sign-in").locator("input[name=password]").fill("four long words together");
    await manager.keyboard.press("Enter");
    await manager.getByTestId("problem").waitFor();
  });

  it("opens it again with a new one-time password, and cannot shut out the last admin", async () => {
    const one = admin.getByTestId("account-lucia");
    await one.getByRole("button", { name: "Enable" }).click();
    await one.getByRole("button", { name: "Disable" }).waitFor();
    await one.getByRole("button", { name: "Give a new one-time password" }).click();
    await admin.getByTestId("told-once").waitFor();
    const second = await noted(admin);
    expect(second).not.toBe(first);
    await signInAs(manager, server.address, "lucia", second);
    // Whoever served this home first made an admin of that name.
    const other = admin.getByTestId("account-admin");
    if ((await other.count()) > 0) {
      await other.locator("summary").click();
      await other.getByRole("button", { name: "Disable" }).click();
      await other.getByRole("button", { name: "Enable" }).waitFor();
    }
    const own = admin.getByTestId("account-chief");
    await own.locator("summary").click();
    await own.getByRole("button", { name: "Disable" }).click();
    await own.getByText("This is the last admin.").waitFor();
    expect(errors).toEqual([]);
  });

  it("alone sees accounts: anybody else is told whose they are", async () => {
    const reader = await person();
    await reader.goto(`${server.address}/accounts?lang=en`);
    await settle(reader);
    expect(await reader.getByTestId("not-public").textContent()).toContain("Accounts are for admins.");
    expect(await reader.getByTestId("accounts").count()).toBe(0);
  });
});
