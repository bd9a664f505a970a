import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A real Chromium: the machine's own where it has one, else the one inside an npm package, which needs nothing else. */
export async function openBrowser(): Promise<Browser> {
  const path = process.env.CHROMIUM ?? installed;
  if (path) return chromium.launch({ executablePath: path, args: quiet });
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs20.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  const args = packaged.args.filter((arg) => !/^--(single-process|no-zygote|headless)/.test(arg));
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...args, ...quiet] });
}

/** What went wrong on a page and whom it asked for anything. */
export interface Watched {
  readonly page: Page;
  readonly errors: string[];
  readonly requests: string[];
}

/** A fresh page whose errors and requests are noted. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const page = await (await browser.newContext(options)).newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("request", (request) => requests.push(request.url()));
  return { page, errors, requests };
}
