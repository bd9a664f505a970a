import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axeSource = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Every view, and every other way of showing one, as addresses without a language. */
export const everyPage = [
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
  "outcomes",
  "how",
  "quality",
  "report?country=GTM",
  "report?time=2023..2025",
  "methods",
  "search?q=guat",
  "style",
  "sign-in",
  "file",
  "review",
  "provenance",
  "funded",
  "accounts",
] as const;

/** The address with a language. */
export function inLanguage(page: string, lang: string): string {
  return `${page}${page.includes("?") ? "&" : "?"}lang=${lang}`;
}

/** Waits until the page works by itself, shows what its address names and has its charts drawn at their true width. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.documentElement.dataset.ready === "" &&
      document.querySelector("main")?.getAttribute("aria-busy") !== "true",
  );
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>('[data-testid="chart"]')].every(
      (chart) => chart.hidden || chart.dataset.drawn !== undefined,
    ),
  );
}

/** What axe finds against the page as it stands; targets smaller than 24 px included. */
export async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis)))
    await page.addScriptTag({ content: await readFile(axeSource, "utf8") });
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ rules: { "target-size": { enabled: true } } });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html.slice(0, 160))
          .slice(0, 3)
          .join(" | ")}`,
    );
  });
}
