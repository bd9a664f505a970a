import { rm } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openAccounts } from "../../api/accounts/accounts.ts";
import { type Office, office, resultsHeader } from "../office.ts";
import { openBrowser, openPage } from "./browser.ts";
import { settle, violationsOf } from "./pages.ts";
import { type Served, serveHome } from "./server.ts";
import { settleSignedIn, signInAs } from "./signing-in.ts";

const languages = ["en", "es", "fr"] as const;
const people = ["manager", "donor", "admin", "filer"] as const;
type Person = (typeof people)[number];

/** What a person sees, and what is done first so that there is something to see; nothing here depends on a language. */
interface Seen {
  readonly as: Person;
  readonly path: string;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const line = (one: number, score: number | string, note = "") => `P1,GTM,2024,1,c${one},ST1,,${score},2,${note}`;
const report = (lines: readonly string[]) => Buffer.from(`${[resultsHeader, ...lines].join("\n")}\n`);

const views: readonly Seen[] = [
  { as: "manager", path: "sign-in" },
  { as: "manager", path: "overview" },
  { as: "manager", path: "country/GTM" },
  { as: "manager", path: "compare?result=EX4&tab=table" },
  { as: "manager", path: "change?result=EX4&time=2022..2023" },
  { as: "manager", path: "progress" },
  { as: "manager", path: "progress?tab=table" },
  { as: "manager", path: "quality" },
  { as: "manager", path: "provenance?country=GTM&result=ST1&time=2024" },
  { as: "donor", path: "sign-in" },
  { as: "donor", path: "funded" },
  { as: "donor", path: "funded?country=MEX&time=2024..2025&tab=table" },
  { as: "donor", path: "progress" },
  { as: "donor", path: "file" },
  { as: "admin", path: "sign-in" },
  { as: "admin", path: "review" },
  {
    as: "admin",
    path: "accounts",
    prepare: async (page) => {
      const one = page.getByTestId("account-seen-manager");
      await one.locator("summary").click();
      await one.getByTestId("tokens").waitFor();
    },
  },
  {
    as: "filer",
    path: "file",
    prepare: async (page) => {
      await page.locator('input[type="checkbox"]').check();
      const mistaken = report([line(1, 3), line(2, 7), line(3, 2, "write to somebody@example.org")]);
      await page.getByTestId("report").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: mistaken });
      await page.getByTestId("outcome").waitFor();
    },
  },
  {
    as: "filer",
    path: "review",
    prepare: async (page) => {
      await page.getByTestId("held").first().locator(".plain-button").first().click();
      await page.getByTestId("held").first().locator("blockquote").waitFor();
      await page.getByTestId("draft").getByRole("button").click();
      await page.getByTestId("draft-figures").waitFor();
    },
  },
];

let browser: Browser;
let team: Office;
let server: Served;
const passwords = {} as Record<Person, string>;
const pages = {} as Record<Person, Page>;
const errors: string[] = [];
const addressOf = (person: Person) => (person === "filer" ? server.address : inject("address"));

beforeAll(async () => {
  browser = await openBrowser();
  team = await office("signed-in");
  await team.ingest(
    await team.report(
      "first.csv",
      [1, 2, 3, 4, 5, 6, 7].map((one) => line(one, 3)),
    ),
  );
  expect((await team.run("publish", "--json")).code).toBe(0);
  await team.ingest(await team.report("held.csv", [line(8, 3), line(9, 2, "write to somebody@example.org")]));
  await add(inject("sampleHome"), "manager", { countries: ["GTM", "COL"], projects: ["MEX-S1"] });
  await add(inject("sampleHome"), "donor", { donors: ["donor-a"] });
  await add(inject("sampleHome"), "admin", {});
  await add(team.home, "filer", { countries: ["GTM"] });
  server = await serveHome(team.home);
  for (const person of people) {
    const opened = await openPage(browser, {
      viewport: { width: 1280, height: 900 },
      bypassCSP: true,
      reducedMotion: "reduce",
      colorScheme: "light",
    });
    opened.page.on("pageerror", (error) => errors.push(error.message));
    await signInAs(opened.page, addressOf(person), `seen-${person}`, passwords[person]);
    pages[person] = opened.page;
  }
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(team.folder, { recursive: true, force: true });
  expect(errors).toEqual([]);
});

async function add(home: string, person: Person, scope: Record<string, string[]>): Promise<void> {
  const role = person === "filer" ? "manager" : person;
  const accounts = await openAccounts(home);
  passwords[person] = (await accounts.people.add({ name: `seen-${person}`, role, scope, oneTime: false })).password;
  accounts.close();
}

async function open({ as, path, prepare }: Seen): Promise<Page> {
  const page = pages[as];
  await page.goto(`${addressOf(as)}/${path}${path.includes("?") ? "&" : "?"}lang=en`);
  await settle(page);
  await page.waitForFunction(
    (name) => document.querySelector('[data-testid="who"]')?.textContent === name,
    `seen-${as}`,
  );
  await settleSignedIn(page);
  await prepare?.(page);
  await settleSignedIn(page);
  return page;
}

describe("what a person sees who signed in", () => {
  it.each(views.map((seen) => [seen.as, seen.path, seen] as const))(
    "%s, %s: has no accessibility violation in any language, light or dark, and reflows at 320 px",
    async (_as, _path, seen) => {
      const page = await open(seen);
      for (const lang of languages) {
        await page.locator(`.languages a[hreflang="${lang}"]`).click();
        await page.waitForFunction((wanted) => document.documentElement.lang === wanted, lang);
        await settleSignedIn(page);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          expect([lang, colorScheme, await violationsOf(page)]).toEqual([lang, colorScheme, []]);
        }
        await page.emulateMedia({ colorScheme: "light" });
        await page.setViewportSize({ width: 320, height: 700 });
        await settle(page);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([lang, sideways]).toEqual([lang, 0]);
        await page.setViewportSize({ width: 1280, height: 900 });
        await settle(page);
      }
    },
  );

  it.each(views.map((seen) => [seen.as, seen.path, seen] as const))(
    "%s, %s: can be reached with the tab key alone, every control of it, and shows where one is",
    async (_as, _path, seen) => {
      const page = await open(seen);
      const wanted = await page.evaluate(() => {
        const controls = "a[href], button, input:not([type=hidden]), select, summary, [tabindex='0']";
        const seen = [...document.querySelectorAll<HTMLElement>(controls)].filter(
          (element) => element.checkVisibility() && !(element as HTMLButtonElement).disabled,
        );
        for (const [at, element] of seen.entries()) element.dataset.stop = String(at);
        return seen.length;
      });
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      const reached = new Set<string>();
      const unmarked: string[] = [];
      for (let press = 0; press < wanted + 10 && reached.size < wanted; press += 1) {
        await page.keyboard.press("Tab");
        const { stop, shown, html } = await page.evaluate(() => {
          const here = document.activeElement as HTMLElement;
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(here);
          const around = here.matches("input[type=file]") ? getComputedStyle(here.parentElement!) : null;
          const shown =
            (outlineStyle !== "none" && outlineWidth !== "0px") ||
            boxShadow !== "none" ||
            (around !== null && around.outlineStyle !== "none");
          return { stop: here.dataset.stop, shown, html: here.outerHTML.slice(0, 120) };
        });
        if (stop === undefined) continue;
        reached.add(stop);
        if (!shown) unmarked.push(html);
      }
      expect(reached.size).toBe(wanted);
      expect(unmarked).toEqual([]);
    },
  );

  it("opens the choice of a file, shows words that are held and works out a draft by keyboard", async () => {
    const page = await open({ as: "filer", path: "file" });
    const choice = page.getByTestId("report");
    // The browser's own window is not opened: it is late or missing on a busy machine, and not ours.
    await choice.evaluate((input) =>
      input.addEventListener("click", (event) => {
        event.preventDefault();
        if (event.isTrusted) document.body.dataset.chosen = "";
      }),
    );
    await choice.focus();
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.testid)).toBe("report");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.body.dataset.chosen === "");
    await open({ as: "filer", path: "review" });
    await page.getByTestId("held").first().getByRole("button", { name: "Show the words" }).focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("held").first().getByText("somebody@example.org").waitFor();
    await page.getByRole("button", { name: "Work out the draft" }).focus();
    await page.keyboard.press("Space");
    await page.getByTestId("draft-figures").waitFor();
    expect(await page.getByTestId("draft-figures").textContent()).toMatch(/exact figures, [1-9]\d* would change/);
  });
});
