import { rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openAccounts } from "../../api/accounts/accounts.ts";
import { emptyFolder } from "../home.ts";
import { identityProvider } from "../identity-provider.ts";
import { openBrowser, openPage } from "./browser.ts";
import { settle, violationsOf } from "./pages.ts";
import { type Served, serveHome } from "./server.ts";

const ana = { sub: "subject-7", email: "ana@office.example", email_verified: true } as const;

let browser: Browser;
let folder: string;
let idp: Awaited<ReturnType<typeof identityProvider>>;
let server: Served;
let metrics: number;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await emptyFolder("provider");
  // To a browser, localhost and 127.0.0.1 are two sites, as an office's server and its provider are.
  idp = await identityProvider("localhost");
  await writeFile(join(folder, "secret"), `${idp.client.secret}\n`);
  const home = inject("sampleHome");
  const accounts = await openAccounts(home);
  await accounts.people.add({ name: ana.email, role: "manager", scope: { countries: ["GTM"] }, oneTime: true });
  accounts.close();
  const port = await freePort();
  metrics = await freePort();
  server = await serveHome(home, {
    args: ["--port", `${port}`, "--address", `http://127.0.0.1:${port}`, "--metrics", `${metrics}`],
    env: {
      TRAMA_OIDC_ISSUER: idp.issuer,
      TRAMA_OIDC_CLIENT_ID: idp.client.id,
      TRAMA_OIDC_SECRET_FILE: join(folder, "secret"),
      TRAMA_OIDC_NAME: "Office",
    },
  });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await idp.close();
  await rm(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const { port } = taken.address() as AddressInfo;
  await new Promise((resolve) => taken.close(resolve));
  return port;
}

describe("a person whose organisation has a provider of its own", () => {
  it("signs in with it from another site, sees what the account reaches, and is still signed in on the next page", async () => {
    idp.vouch(ana);
    const { page, errors } = await openPage(browser, { bypassCSP: true, reducedMotion: "reduce" });
    await page.goto(`${server.address}/sign-in?lang=en`);
    await settle(page);
    await page.getByTestId("provider").waitFor();
    expect(await page.getByTestId("provider").textContent()).toBe("Sign in with Office");
    expect(await violationsOf(page)).toEqual([]);
    await page.getByTestId("provider").click();
    await page.getByTestId("account").waitFor();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain(ana.email);
    await page.goto(`${server.address}/country/GTM?lang=en&tab=table`);
    await page.getByText("These figures are exact.").first().waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("is told why it was refused, and can go on with a password", async () => {
    idp.vouch({ ...ana, sub: "subject-8", email: "stranger@office.example" });
    const { page } = await openPage(browser, { bypassCSP: true, reducedMotion: "reduce" });
    await page.goto(`${server.address}/sign-in?lang=en`);
    await settle(page);
    await page.getByTestId("provider").click();
    await page.getByTestId("provider-refused").waitFor();
    expect(await page.getByTestId("sign-in").isVisible()).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });
});

describe("whoever runs the server", () => {
  it("reads its metrics on the machine itself, and nobody reads them through the server", async () => {
    const text = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
    expect(text).toMatch(/trama_http_requests_total\{method="GET",route="\/v1\/session\/oidc",status="3xx"\} 2/);
    expect(text).not.toMatch(/GTM|office\.example|subject-/);
    expect((await fetch(`${server.address}/metrics`)).status).toBe(404);
  });
});
