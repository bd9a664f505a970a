import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { openAccounts } from "../api/accounts/accounts.ts";
import { openBrowser } from "./browser/browser.ts";
import { settle } from "./browser/pages.ts";
import { settleSignedIn, signInAs } from "./browser/signing-in.ts";
import { resultsHeader } from "./office.ts";
import { smallPicture } from "./small-picture.ts";

/**
 * Takes a picture of every view at 1280 and 390 px into docs/screenshots, small enough to keep beside the code:
 * `npm run screenshots -- http://127.0.0.1:4321 HOME`, with the server running over a home of the sample data. In that home
 * it makes accounts to look through and files a small made-up report, so take one that may be thrown away.
 */
const views = {
  overview: "overview",
  compare: "compare?result=EX4",
  regions: "compare?by=region&standardised=type&result=EX4",
  scores: "compare?tab=distribution&by=region&result=EX4",
  map: "compare?tab=map&result=EX4",
  change: "change?result=EX4&time=2022..2023",
  country: "country/GTM",
  result: "result/EX4",
  progress: "progress",
  outcomes: "outcomes",
  quality: "quality",
  report: "report?country=GTM",
  methods: "methods",
  style: "style",
  search: "search?q=legal",
  "sign-in": "sign-in",
} as const;

type Role = "manager" | "donor" | "admin";
interface Seen {
  readonly name: string;
  readonly as: Role;
  readonly path: string;
  readonly prepare?: (page: Page) => Promise<unknown>;
}
/** A report with a mistake and words that are held; another for each width, since the same would be a duplicate. */
function madeUp(width: number): string {
  const line = (one: number, score: number, note = "") =>
    `SAMPLE-NEW,GTM,2025,1,new-${width}-${one},ST1,,${score},2,${note}`;
  return [resultsHeader, line(1, 3), line(2, 7), line(3, 2, "write to somebody@example.org"), ""].join("\n");
}
/** Views of those who sign in, in the order in which they are taken: what is filed waits for review afterwards. */
const signedIn: readonly Seen[] = [
  { name: "funded", as: "donor", path: "funded" },
  { name: "account", as: "manager", path: "sign-in" },
  { name: "how", as: "manager", path: "how?country=GTM" },
  { name: "provenance", as: "manager", path: "provenance?country=GTM&result=EX4&time=2023" },
  {
    name: "file",
    as: "manager",
    path: "file",
    prepare: async (page) => {
      const text = madeUp(page.viewportSize()?.width ?? 0);
      const file = { name: "report.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
      await page.getByTestId("report").setInputFiles(file);
      await page.getByTestId("outcome").first().waitFor({ timeout: 120_000 });
    },
  },
  {
    name: "review",
    as: "manager",
    path: "review",
    prepare: async (page) => {
      await page.getByTestId("held").first().locator(".plain-button").first().click();
      await page.getByTestId("held").first().locator("blockquote").waitFor();
    },
  },
  {
    name: "accounts",
    as: "admin",
    path: "accounts",
    prepare: async (page) => {
      const one = page.getByTestId("account-manager-1");
      await one.locator("summary").click();
      await one.getByTestId("tokens").waitFor();
    },
  },
];
const nameOf = (role: Role) => `${role}-1`;
const reaches: Readonly<Record<Role, Record<string, string[]>>> = {
  manager: { countries: ["GTM", "COL"] },
  donor: { donors: ["donor-a"] },
  admin: {},
};
const widths = [1280, 390] as const;
/** A picture is cut below this, in pixels: what comes after is text that every view shares. */
const tallest = { 1280: 1700, 390: 2200 } as const;
const folder = fileURLToPath(new URL("../docs/screenshots", import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [address = "http://127.0.0.1:4321", home] = process.argv.slice(2);
  await takeAll(address, home);
}

async function takeAll(address: string, home: string | undefined): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await openBrowser();
  let total = 0;
  const take = async (page: Page, name: string, width: (typeof widths)[number]) => {
    const bytes = await smallPicture(page, tallest[width]);
    await rm(join(folder, `${name}-${width}.png`), { force: true });
    await writeFile(join(folder, `${name}-${width}.png`), bytes);
    total += bytes.length;
    console.log(`${name}-${width}.png ${Math.round(bytes.length / 1024)} KB`);
  };
  try {
    for (const width of widths) {
      const page = await openAt(browser, width);
      for (const [name, path] of Object.entries(views)) {
        await page.goto(inEnglish(address, path));
        await settle(page);
        await take(page, name, width);
      }
      await page.context().close();
    }
    if (home !== undefined) await takeSignedIn(browser, address, home, take);
    else console.log("Without a home, views of those who sign in are left as they were.");
  } finally {
    await browser.close();
  }
  console.log(`${Math.round(total / 1024)} KB in all`);
}

/** Pictures of what people see who signed in, through accounts that are made for it and shut again. */
async function takeSignedIn(
  browser: Browser,
  address: string,
  home: string,
  take: (page: Page, name: string, width: (typeof widths)[number]) => Promise<void>,
): Promise<void> {
  const accounts = await openAccounts(home);
  const passwords = {} as Record<Role, string>;
  for (const role of Object.keys(reaches) as Role[]) {
    const name = nameOf(role);
    const known = (await accounts.people.list()).some((account) => account.name === name);
    if (known) throw new Error(`There is an account ${name} already: take a fresh home of the sample data.`);
    passwords[role] = (await accounts.people.add({ name, role, scope: reaches[role], oneTime: false })).password;
  }
  try {
    for (const width of widths)
      for (const { name, as, path, prepare } of signedIn) {
        const page = await openAt(browser, width);
        await signInAs(page, address, nameOf(as), passwords[as]);
        await page.goto(inEnglish(address, path));
        await page.waitForFunction(
          (name) => document.querySelector('[data-testid="who"]')?.textContent === name,
          nameOf(as),
        );
        await page.waitForLoadState("networkidle");
        await settleSignedIn(page);
        await prepare?.(page);
        await page.waitForLoadState("networkidle");
        await settleSignedIn(page);
        await page.evaluate(() => scrollTo(0, 0));
        await take(page, name, width);
        await page.context().close();
      }
  } finally {
    for (const role of ["manager", "donor"] as const) await accounts.people.disable(nameOf(role), true);
    accounts.close();
  }
}

function inEnglish(address: string, path: string): string {
  return `${address}/${path}${path.includes("?") ? "&" : "?"}lang=en`;
}

async function openAt(browser: Browser, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: "light" });
  const page = await context.newPage();
  // What runs in the page was compiled to call this helper, which only the compiler's own output has.
  await page.addInitScript("globalThis.__name = (work) => work");
  return page;
}
