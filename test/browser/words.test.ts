import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser, openPage } from "./browser.ts";
import { everyPage, settle } from "./pages.ts";

const address = inject("address");
/** What stands before and after every translated word; the tail makes it half as long again. */
const marks = ["⟦", "⟧"] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A text as a language that nobody speaks: marked at both ends and half as long again, in words of seven letters. */
const pseudo = (text: string) =>
  `${marks[0]}${text} ${"·".repeat(Math.ceil(text.length / 2)).replace(/·{7}(?=·)/g, "$& ")}${marks[1]}`;

/** Words of the framework and of statements and names of places are marked as well; codes, years and addresses stay. */
function pseudoDeep(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => pseudoDeep(item, key));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, pseudoDeep(inner, key === "name" ? "name" : name)]),
    );
  const words = [
    "label",
    "short",
    "definition",
    "anchors",
    "verification",
    "source",
    "name",
    "who",
    "what",
    "significance",
  ];
  return typeof value === "string" && words.includes(key) ? pseudo(value) : value;
}

describe("a language that nobody speaks", () => {
  it.each(everyPage.filter((page) => page !== "methods"))(
    "%s has no word that stands in the code, and none that is clipped, wide or narrow",
    async (view) => {
      const { page } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
      await page.route(
        (url) => url.href.startsWith(address) && !/^\/(v1|assets|worker)/.test(url.pathname),
        async (route) => {
          const response = await route.fetch();
          const html = (await response.text()).replace(
            /(<script type="application\/json" id="state">)(.*?)(<\/script>)/s,
            (_, open: string, json: string, close: string) => {
              const state = JSON.parse(json);
              const messages = Object.fromEntries(
                Object.entries<string>(state.messages).map(([id, text]) => [id, pseudo(text)]),
              );
              // Another address makes the page draw itself anew instead of taking over the server's words.
              const changed = { ...state, messages, answers: pseudoDeep(state.answers), address: "elsewhere" };
              return `${open}${JSON.stringify(changed).replaceAll("<", "\\u003c")}${close}`;
            },
          );
          await route.fulfill({ response, body: html });
        },
      );
      await page.goto(`${address}/${view}`);
      await settle(page);
      const unmarked = await page.evaluate(() => {
        const found: string[] = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const inside = node.parentElement!;
          if (inside.closest("script, noscript, code, [lang]:not(html), .languages")) continue;
          const text = node.textContent!.trim();
          // Codes, areas that the map names as its source does, languages of programs, and a line that a marked name is broken into.
          const code =
            /^[A-Z]{2,3}\d?( [·])?$|^n=0$|^https?:|^(N\. Cyprus|Somaliland|Kosovo)$|^(Python|DuckDB|JavaScript)$|^the Caribbean$/;
          if (/\p{Letter}{2}/u.test(text) && !/[⟦⟧·]{1}/.test(text.replace(/ · /g, "")) && !code.test(text))
            found.push(text);
        }
        for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]"))
          for (const name of ["aria-label", "placeholder", "title"]) {
            const text = element.getAttribute(name);
            if (text && !text.includes("⟦") && !element.closest(".languages")) found.push(`${name}: ${text}`);
          }
        return found;
      });
      expect(unmarked).toEqual([]);
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await settle(page);
        const clipped = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>("main *, header *, footer *")].flatMap((element) => {
            const style = getComputedStyle(element);
            const hides = style.overflowX === "hidden" || style.overflowX === "clip";
            if (!hides || element.closest(".visually-hidden, svg, select")) return [];
            return element.scrollWidth > element.clientWidth + 1 ? [element.outerHTML.slice(0, 120)] : [];
          }),
        );
        expect([width, clipped]).toEqual([width, []]);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([width, sideways]).toEqual([width, 0]);
      }
      await page.context().close();
    },
  );
});
