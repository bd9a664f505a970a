import type { Page } from "playwright-core";
/** Every view, and every other way of showing one, as addresses without a language. */
export declare const everyPage: readonly [
  "overview",
  "compare",
  "compare?by=region&standardised=type&result=EX4",
  "compare?tab=distribution&by=region",
  "compare?tab=map&result=EX4",
  "change?result=EX4&time=2022..2023",
  "change?time=2019..2025",
  "country/GTM",
  "result/EX4",
  "progress",
  "quality",
  "report?country=GTM",
  "methods",
  "search?q=guat",
  "style",
];
/** The address with a language. */
export declare function inLanguage(page: string, lang: string): string;
/** Waits until the page works by itself and its charts are drawn at their true width. */
export declare function settle(page: Page): Promise<void>;
/** What axe finds against the page as it stands; targets smaller than 24 px included. */
export declare function violationsOf(page: Page): Promise<string[]>;
