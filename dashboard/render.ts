import type { Address, AnswerTo, RenderPage } from "@trama/api/contract";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { loadPlot } from "./charts/plot.ts";
import type { Load } from "./client/api.ts";
import { problemOf } from "./client/problem.ts";
import { SurroundingsContext } from "./components/context.ts";
import { PageBody } from "./components/page-body.tsx";
import { messagesOf } from "./locales/messages.ts";
import { readCatalogue } from "./locales/node.ts";
import { translatorFor } from "./locales/translate.ts";
import { writeDocument } from "./server/document.ts";
import { readAssets } from "./server/manifest.ts";
import { createSvgDocument } from "./server/svg-document.ts";
import { loadPage, type Page } from "./state/page.ts";
import { pageWords } from "./state/titles.ts";
import { findView, type ViewEntry } from "./state/view.ts";
import { donorReport } from "./views/donor-report.tsx";
import { views } from "./views/index.ts";

/** Renders a page of the dashboard with its charts and tables, readable before any script and without one. */
export const renderPage: RenderPage = (page) => render(page, views);

/** Renders the report that is made for one donor; `load` answers with that donor's cells. It is no page of the dashboard. */
export const renderDonorReport: RenderPage = (page) =>
  render(page, [{ ...donorReport, load: async () => donorReport }]);

async function render(
  { url, acceptLanguage, load }: Parameters<RenderPage>[0],
  views: readonly ViewEntry[],
): ReturnType<RenderPage> {
  const catalogue = await readCatalogue();
  const answers: Record<string, unknown> = {};
  const remember: Load = async <A extends Address<"GET">>(address: A) => {
    const answer = await load<AnswerTo<"GET", A>>(address);
    answers[address] = answer;
    return answer;
  };
  const langs = Object.keys(catalogue);
  const page = await loadPage({ url, acceptLanguage, langs, views }, remember);
  const translator = translatorFor(page.lang, catalogue[page.lang]!);
  const surroundings = {
    translator,
    langs,
    go: () => {},
    retry: () => {},
    session: null,
    signIn: async () => ({ kind: "refused" as const, problem: problemOf(null) }),
    signOut: async () => {},
    drawOnServer: { plot: await loadPlot(), document: createSvgDocument() },
  };
  const body = renderToString(
    h(SurroundingsContext.Provider, { value: surroundings }, h(PageBody, { page, views, offline: false, busy: false })),
  );
  const assets = await readAssets();
  const found = findView(views, url.pathname);
  const html = writeDocument({
    ...pageWords(page, translator),
    lang: page.lang,
    body,
    state: {
      lang: page.lang,
      messages: messagesOf(found?.view, catalogue[page.lang]!),
      answers,
      address: `${url.pathname}${url.search}`,
      files: assets.files,
    },
    languages: langs.map((lang) => ({ lang, href: inLanguage(url, lang) })),
    assets,
  });
  return { status: statusOf(page), html };
}

function inLanguage(url: URL, lang: string): string {
  const params = new URLSearchParams(url.search);
  params.set("lang", lang);
  return `${url.pathname}?${params}`;
}

function statusOf(page: Page): number {
  if (page.kind === "missing") return 404;
  return page.kind === "error" ? page.problem.status : 200;
}
