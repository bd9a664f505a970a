import { type Browser, type BrowserContextOptions, type Page } from "playwright-core";
/** A real Chromium: the machine's own where it has one, else the one inside an npm package, which needs nothing else. */
export declare function openBrowser(): Promise<Browser>;
/** What went wrong on a page and whom it asked for anything. */
export interface Watched {
  readonly page: Page;
  readonly errors: string[];
  readonly requests: string[];
}
/** A fresh page whose errors and requests are noted. */
export declare function openPage(browser: Browser, options?: BrowserContextOptions): Promise<Watched>;
