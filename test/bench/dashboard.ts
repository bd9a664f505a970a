import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Page } from "playwright-core";
import type { Cell, CellsAnswer, CountriesAnswer } from "../../api/contract/index.ts";
import { build } from "../../dashboard/build.ts";
import { renderPage } from "../../dashboard/render.ts";
import { openBrowser } from "../browser/browser.ts";
import { settle } from "../browser/pages.ts";
import { root } from "../home.ts";
import { framework, health, releaseChanges } from "../unit/dashboard/answers.ts";
import { tell } from "./figure.ts";
import { spread } from "./measure.ts";

/**
 * How long a reader waits for a chart at 60 countries × 10 years: the real build in a real browser, answers made up and
 * given at once. `npm run bench`, or `tsx --tsconfig tsconfig.base.json test/bench/dashboard.ts [runs]`. A chart: from figures to picture. A filter: from the choice to
 * the new picture, the request included.
 */
const runs = Number(process.argv[2] ?? 40);
const rounds = 5;
const places = 60;
const years = Array.from({ length: 10 }, (_, at) => 2016 + at);
const codes = Array.from({ length: places }, (_, at) => `${letter(at / 26)}${letter(at % 26)}X`);
const results = framework.results.map(({ code }) => code);

await build();
const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://bench");
  if (url.pathname.startsWith("/assets/")) {
    const type = { ".js": "text/javascript", ".css": "text/css" }[extname(url.pathname)] ?? "application/json";
    response.writeHead(200, { "content-type": type, "cache-control": "max-age=3600" });
    response.end(await readFile(join(root, "dashboard/dist", url.pathname)));
  } else if (url.pathname.startsWith("/v1/")) {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(answerTo(url)));
  } else {
    const load = async <T>(path: string) => answerTo(new URL(path, url)) as T;
    const page = await renderPage({ url, acceptLanguage: "en", load });
    response.writeHead(page.status, { "content-type": "text/html; charset=utf-8" });
    response.end(page.html);
  }
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await openBrowser();
try {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.addInitScript("globalThis.__name = (work) => work");
  const [compare, overview]: [Times[], Times[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    compare.push(await measured(page, "compare?result=ST1", "result", ["IN1", "EX1", "ST1"]));
    overview.push(await measured(page, "overview", "time", ["2024", "2023", "2025"]));
  }
  say("small multiples", compare);
  say("heatmap", overview);
} finally {
  await browser.close();
  server.close();
}

interface Times {
  readonly chart: readonly number[];
  readonly filter: readonly number[];
  /** Processor time of the page's thread for each choice, which does not grow with what else the machine does. */
  readonly work: readonly number[];
}

async function measured(page: Page, path: string, filter: string, values: readonly string[]): Promise<Times> {
  await page.goto(`${address}/${path}`);
  await settle(page);
  const filterTimes: number[] = [];
  const work: number[] = [];
  const inspector = await page.context().newCDPSession(page);
  await inspector.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => {
    const { metrics } = await inspector.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
  for (let run = 0; run < runs; run += 1) {
    const before = await spent();
    filterTimes.push(await chooseAndWait(page, filter, values[run % values.length] as string));
    work.push((await spent()) - before);
  }
  const chart = await page.evaluate(() => performance.getEntriesByName("trama-chart").map(({ duration }) => duration));
  // The first drawing and choice warm the machine up, as a reader's first look does; they are shown but not counted.
  return { chart: chart.slice(1), filter: filterTimes.slice(1), work: work.slice(1) };
}

/** Makes a choice as a reader does and waits for the new picture to be painted. */
function chooseAndWait(page: Page, name: string, value: string): Promise<number> {
  return page.evaluate(
    ([name, value]) =>
      new Promise<number>((resolve) => {
        const select = document.querySelector<HTMLSelectElement>(`select[name="${name}"]`)!;
        const old = document.querySelector(".chart-svg");
        const start = performance.now();
        const watcher = new MutationObserver(() => {
          const now = document.querySelector(".chart-svg");
          if (!now || now === old) return;
          watcher.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - start));
        });
        watcher.observe(document.querySelector("main")!, { childList: true, subtree: true });
        select.value = value;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      }),
    [name, value] as const,
  );
}

/** Tells the 95th percentile of each round, for a budget is kept where nearly all are within it. */
function say(what: string, rounds: readonly Times[]): void {
  const late = (times: readonly number[]) =>
    [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * 0.95))] as number;
  const told = (of: keyof Times) => spread(rounds.map((round) => late(round[of])));
  const about = { part: "The dashboard, 60 countries × 10 years", unit: "ms" } as const;
  tell({ ...about, what: `${what}: a chart, 95 of 100`, ours: told("chart"), aim: { kind: "at-most", bound: 150 } });
  const choice = `${what}: from a choice to the picture, 95 of 100`;
  tell({ ...about, what: choice, ours: told("filter"), aim: { kind: "at-most", bound: 100 } });
  tell({ ...about, what: `${choice}, processor time of the page`, ours: told("work") });
}

function answerTo(url: URL): unknown {
  switch (url.pathname) {
    case "/v1/health":
      return health;
    case "/v1/framework":
      return framework;
    case "/v1/countries":
      return madeUpCountries();
    case "/v1/release-changes":
      return releaseChanges;
    default:
      return madeUpCells(url.searchParams);
  }
}

function madeUpCountries(): CountriesAnswer {
  const name = (code: string) => ({ en: `Country ${code}`, es: `País ${code}`, fr: `Pays ${code}` });
  return {
    release: 7,
    regions: ["a", "b", "c"].map((region) => ({ region, name: name(region) })),
    countries: codes.map((country, at) => ({
      ...{ country, name: name(country), region: ["a", "b", "c"][at % 3] as string, m49: null, years },
      ...{
        escazu: { party: false, since: null },
        collective_measures_in_law: false,
        cells: { value: 90, withheld: 10 },
      },
    })),
  };
}

function madeUpCells(query: URLSearchParams): CellsAnswer {
  const [from, to = from] = (query.get("time") ?? "2016..2025").split("..").map(Number) as [number, number?];
  const asked = query.get("result")?.split("~") ?? results;
  const cells = asked.flatMap((result, r) =>
    codes.flatMap((country, c) =>
      years
        .filter((year) => year >= from && year <= (to as number))
        .map((year, y): Cell => {
          const [k, n] = [(c * 7 + y * 3 + r * 5) % 20, 20 + (c % 11)];
          const share = [k / n, Math.min(1, (k + 3) / n)] as [number, number];
          const withheld = (c + y) % 9 === 0;
          const none = [null, null] as [null, null];
          const figures = {
            n: [n, n + 2],
            k: [k, k + 3],
            share,
            interval: [share[0] * 0.7, Math.min(1, share[1] * 1.3)],
            median: [2, 3],
          };
          const nothing = { n: none, k: none, share: none, interval: none, median: none };
          return {
            ...{
              result,
              dimension: "x",
              sub_dimension: null,
              country,
              region: "a",
              year,
              type: null,
              flags: [],
              as_of: 7,
            },
            status: withheld ? "withheld" : "value",
            ...(withheld ? nothing : figures),
          } as Cell;
        }),
    ),
  );
  return { release: 7, cells };
}

function letter(at: number): string {
  return String.fromCharCode(65 + Math.floor(at));
}
