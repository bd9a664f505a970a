import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPublicAnswer, isPublicPage } from "../../../../dashboard/client/public.ts";
import { selfContained } from "../../../../dashboard/server/self-contained.ts";
import { directionOf } from "../../../../dashboard/state/changes.ts";
import { classSeries } from "../../../../dashboard/state/classes.ts";
import { summaries } from "../../../../dashboard/state/panels.ts";
import { rowsOf } from "../../../../dashboard/state/rows.ts";
import { search } from "../../../../dashboard/state/search.ts";
import { cells, countries, framework, health } from "../answers.ts";

const base = { lang: "en", health, framework, countries };

describe("a search", () => {
  it("finds a country by its code or its name in any language, with or without accents", () => {
    for (const asked of ["GTM", "gtm", "Guatemala", "guate", " GUATEMALA "])
      expect(search(asked, base)[0]?.code).toBe("GTM");
    for (const asked of ["Alemania", "allemagne"]) expect(search(asked, base)[0]?.code).toBe("DEU");
    expect(search("thailande", base)[0]?.code).toBe("THA");
  });

  it("finds results by code and by a word of their name, and nothing for nothing", () => {
    expect(search("EX1", base)[0]).toMatchObject({ kind: "result", code: "EX1" });
    expect(search("jointly", base).map(({ code }) => code)).toContain("EX1");
    for (const asked of ["", "   ", "zzzz"]) expect(search(asked, base)).toEqual([]);
  });

  it("never throws, whatever is typed", () => {
    fc.assert(fc.property(fc.string(), (asked) => void search(asked, base)));
  });
});

describe("the direction of a change", () => {
  it("is told only where no figure within the bands contradicts it", () => {
    fc.assert(
      fc.property(
        fc.float({ min: -1, max: 1, noNaN: true }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (lo, width) => {
          const change = [lo, lo + width] as const;
          const direction = directionOf({ change });
          if (direction === "rose") expect(Math.min(...change)).toBeGreaterThan(0);
          if (direction === "fell") expect(Math.max(...change)).toBeLessThan(0);
          if (direction === "open") expect(change[0] <= 0 && change[1] >= 0).toBe(true);
        },
      ),
    );
    expect(directionOf({ change: null })).toBe("none");
  });
});

describe("a distribution", () => {
  it("is shown whole or not at all: a bar with one class withheld would tell its size", () => {
    const part = (score_from: number, score_to: number, status: string) =>
      ({
        result: "ST1",
        country: "GTM",
        region: "americas",
        year: 2025,
        score_from,
        score_to,
        status,
        n: [20, 24],
        k: [4, 8],
        share: [0.2, 0.3],
      }) as never;
    const whole = classSeries(
      { classes: [part(0, 1, "value"), part(2, 2, "value"), part(3, 4, "value")] },
      "country",
      2025,
      base,
      "World",
    );
    expect(whole.lines.map(({ kind, classes }) => [kind, classes.length])).toEqual([["value", 3]]);
    const partly = classSeries(
      { classes: [part(0, 1, "value"), part(2, 2, "withheld"), part(3, 4, "value")] },
      "country",
      2025,
      base,
      "World",
    );
    expect(partly.lines).toEqual([]);
    expect(partly.folded.map(({ code }) => code)).toEqual(["GTM"]);
  });
});

describe("the panels of a country", () => {
  it("name the least and the most in place and never average results", () => {
    const rows = rowsOf(cells.cells, "country", base).filter(
      ({ place, year }) => place.code === "GTM" && year === 2025,
    );
    expect(summaries(rows, base).map(({ shown, results }) => [shown, results])).toEqual([
      [1, 1],
      [0, 1],
      [0, 1],
    ]);
  });
});

describe("what a browser may keep", () => {
  it("is public answers and pages only", () => {
    const at = (path: string) => new URL(path, "https://trama.example");
    for (const path of ["/v1/cells?by=country", "/v1/countries", "/v1/completeness"])
      expect(isPublicAnswer(at(path))).toBe(true);
    for (const path of [
      "/v1/cells?grant=G",
      "/v1/cells?project=P",
      "/v1/progress",
      "/v1/session",
      "/v1/observations",
      "/v1/reports",
      "/v1/review",
      "/v1/draft",
      "/v1/provenance",
      "/v1/quality",
      "/v1/cellsx",
    ])
      expect([path, isPublicAnswer(at(path))]).toEqual([path, false]);
    for (const path of ["/", "/overview", "/country/GTM"]) expect(isPublicPage(at(path))).toBe(true);
    for (const path of ["/file", "/review", "/provenance", "/sign-in", "/v1/cells"])
      expect(isPublicPage(at(path))).toBe(false);
  });
});

describe("a page made one file", () => {
  it("has its styles inside, no script and no way to a server, and shows what was for readers without scripts", () => {
    const html =
      '<html><head><link rel="stylesheet" href="/assets/a.css"><link rel="alternate" href="/x"><script src="/m.js"></script></head><body id="page"><a href="/compare?x=1" class="y">go</a><a class="z" href="/overview">home</a><noscript><table></table></noscript><script type="application/json" id="state">{}</script></body></html>';
    const file = selfContained(html, "a { color: red }");
    expect(file).not.toMatch(/<script|<link|noscript|href="\//);
    expect(file).toContain("a { color: red }");
    expect(file).toContain("<table></table>");
    expect(file).toContain('<a class="y">go</a><a class="z">home</a>');
  });
});
