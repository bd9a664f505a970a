import { describe, expect, it } from "vitest";
import { renderPage } from "../../../dashboard/render.ts";
import { jsonForScript } from "../../../dashboard/server/document.ts";
import { loader } from "./answers.ts";

const page = (address: string, load = loader(), acceptLanguage = "en") =>
  renderPage({ url: new URL(address, "https://trama.example"), acceptLanguage, load });
const text = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr data-kind="([^"]*)">(.*?)<\/tr>/gs)].map(([, kind, row]) => `${kind}: ${text(row!).trim()}`);
const everyView = [
  ...["/overview", "/compare", "/compare?by=region&standardised=type", "/compare?tab=distribution", "/compare?tab=map"],
  ...["/change", "/change?country=GTM", "/change?time=2023..2025", "/country/GTM", "/country/XXX", "/result/ST1"],
  ...[
    "/result/ZZ",
    "/progress",
    "/quality",
    "/report",
    "/search?q=gua",
    "/style",
    "/sign-in",
    "/file",
    "/review",
    "/provenance",
  ],
];
const words = { en: /share in place/i, es: /proporción establecida/i, fr: /part en place/i };

describe("a page from the server", () => {
  for (const lang of ["en", "es", "fr"] as const)
    for (const view of ["overview", "compare"])
      it(`holds the figures of /${view} with scripts off (${lang})`, async () => {
        const { status, html } = await page(`/${view}?lang=${lang}`);
        expect(status).toBe(200);
        expect(html).toContain(`<html lang="${lang}">`);
        expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-label="[^"]+/);
        expect(html).toMatch(words[lang]);
        const figures = rowsOf(html).filter((row) => row.startsWith("value"));
        expect(figures.some((row) => /Guatemala 2025 50\s?% 12 6 25–75\s?% 2–3/.test(row))).toBe(true);
      });

  it("tells zero, withheld, no data and not applicable apart in the table", async () => {
    const compare = rowsOf((await page("/compare?tab=table")).html);
    expect(compare).toContainEqual(expect.stringMatching(/^value: Guatemala 2023 0% 11 0 /));
    expect(compare).toContainEqual(expect.stringMatching(/^withheld: Guatemala 2024 \[c\].*withheld$/));
    const overview = rowsOf((await page("/overview?tab=table")).html);
    expect(overview).toContainEqual(expect.stringMatching(/^not-applicable: Holds together Guatemala 2025 \[z\]/));
    expect(overview).toContainEqual(expect.stringMatching(/^no-data: Holds together Germany 2025 \[x\]/));
    expect(overview).toContainEqual(
      expect.stringMatching(/^value: Knows what happens Germany 2025 38%\* 8 3 .*fewer than 10/),
    );
  });

  it("names in one sentence the countries whose every figure is withheld", async () => {
    expect(text((await page("/overview")).html)).toContain(
      "1 country is not shown because every figure is withheld: Thailand.",
    );
  });

  it("obeys the strictest content policy: no inline script or style", async () => {
    for (const view of [...everyView, "/nowhere"]) {
      const { html } = await page(view);
      expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/i);
      for (const [script] of html.matchAll(/<script[^>]*>/g)) expect(script).toMatch(/src="|type="application\/json"/);
    }
  });

  it("opens and closes every element, uses each id once and names its figure", async () => {
    for (const view of [...everyView, "/compare?result=ST1~IN1", "/overview?tab=table", "/report?tab=table"]) {
      const { html } = await page(view);
      expect(html).toMatch(/^<!doctype html>/);
      expect(html).toMatch(/<title>[^<]+<\/title>/);
      expect(html).toMatch(/<meta name="description" content="[^"]+">/);
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(ids).toEqual([...new Set(ids)]);
      const open: string[] = [];
      for (const [, close, tag, self] of html.matchAll(/<(\/?)([a-z][\w-]*)[^>]*?(\/?)>/gi)) {
        if (/^(meta|link|input|br|hr|img)$/.test(tag!) || self) continue;
        if (close) expect(open.pop()).toBe(tag);
        else open.push(tag!);
      }
      expect(open).toEqual([]);
    }
  });

  it("carries its answers without letting them end the script they stand in", async () => {
    const { html } = await page("/overview");
    const state = /<script type="application\/json" id="state">(.*?)<\/script>/s.exec(html)![1]!;
    expect(state).not.toContain("<");
    expect(JSON.parse(state).answers["/v1/framework?lang=en&text=labels"].results[2].label).toBe("Decides <jointly>");
    expect(jsonForScript("</script><!--")).not.toContain("<");
    expect(html).not.toContain("<jointly>");
  });

  it("sends the words of the work views with those views alone", async () => {
    const sent = async (path: string) => {
      const { html } = await page(path);
      const state = /<script type="application\/json" id="state">(.*?)<\/script>/s.exec(html)![1]!;
      return Object.keys(JSON.parse(state).messages);
    };
    const [open, work] = [await sent("/overview"), await sent("/review")];
    expect(work).toContain("review.title");
    expect(open).not.toContain("review.title");
    expect(open).toContain("account.sign-in");
    expect(work).toEqual(expect.arrayContaining(open));
  });

  it("says what of the address it does not know, and shows the rest", async () => {
    const { status, html } = await page("/overview?country=XXX&release=3&measure=%3Cb%3E");
    expect(status).toBe(200);
    expect(html).toContain("country=XXX");
    expect(html).not.toContain("<b>,");
    expect(text(html)).toContain("You are looking at release 7");
    expect(html).toContain("<svg");
  });

  it("helps whoever comes to a page that does not exist", async () => {
    const { status, html } = await page("/nowhere");
    expect(status).toBe(404);
    expect(html).toContain('href="/overview"');
  });

  it("says that nothing is published yet", async () => {
    const nothing = { status: "empty", release: null, made_at: null, synthetic: false, framework: null };
    const { status, html } = await page("/overview", loader({ "/v1/health": nothing }));
    expect(status).toBe(200);
    expect(text(html)).toContain("No release yet");
  });

  it("passes on the problem of a refused question, with its status", async () => {
    const problem = { type: "x", title: "Not public", status: 403, code: "filter.not-permitted", detail: "Too fine." };
    const { status, html } = await page("/compare?type=ngo", loader({ "/v1/cells": problem }));
    expect(status).toBe(403);
    expect(text(html)).toContain("Too fine.");
    expect(html).toContain("filter.not-permitted");
  });

  it("draws the same picture for the same figures, so that pages can be cached", async () => {
    const [first, second] = [await page("/compare"), await page("/compare")];
    expect(first.html).toBe(second.html);
  });
});
