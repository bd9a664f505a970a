import type { FrameworkAnswer, Health, ProblemDetails } from "@trama/api/contract";
import type { Load } from "../client/api.ts";
import { problemOf } from "../client/problem.ts";
import { chooseLanguage } from "../locales/messages.ts";
import { type Base, knownIn } from "./base.ts";
import { everything, type Ignored, readSelection, type Selection } from "./selection.ts";
import { findView, type View, type ViewEntry } from "./view.ts";

interface Common {
  readonly url: URL;
  readonly lang: string;
  readonly selection: Selection;
  readonly base: Base | null;
}

/** A page as it can be drawn, on the server and in the browser alike. */
export type Page =
  | (Common & {
      readonly kind: "view";
      readonly view: View;
      readonly code: string | null;
      readonly base: Base;
      readonly ignored: readonly Ignored[];
      readonly answers: Readonly<Record<string, unknown>>;
    })
  | (Common & { readonly kind: "missing" })
  | (Common & { readonly kind: "empty" })
  | (Common & { readonly kind: "error"; readonly problem: ProblemDetails });

/** Reads everything that the page of an address needs. Trouble is a kind of page, never a rejection. */
export async function loadPage(
  page: { url: URL; acceptLanguage: string; langs: readonly string[]; views: readonly ViewEntry[] },
  load: Load,
): Promise<Page> {
  const { url, langs, views } = page;
  const lang = chooseLanguage(url.searchParams.get("lang"), page.acceptLanguage, langs);
  const asked = url.searchParams.get("lang") === lang ? lang : null;
  const common = { url, lang, selection: { ...everything, lang: asked }, base: null };
  const found = findView(views, url.pathname);
  try {
    const health = await load("/v1/health");
    if (health.release === null) return found ? { ...common, kind: "empty" } : { ...common, kind: "missing" };
    const base = await loadBase(health, lang, load);
    if (!found) return { ...common, base, kind: "missing" };
    const { code } = found;
    const view = await found.view.load();
    const known = knownIn(base, view.tabs, langs);
    const { selection, ignored } = readSelection(url.searchParams, known);
    const here = { ...common, selection, base };
    try {
      const paths = view.needs({ base, selection, code });
      const [answers] = await Promise.all([
        Promise.all(paths.map(async (path) => [path, await load(path)] as const)),
        view.prepare?.({ base, selection, code }),
      ]);
      return { ...here, kind: "view", view, code, ignored, answers: Object.fromEntries(answers) };
    } catch (cause) {
      return { ...here, kind: "error", problem: problemOf(cause) };
    }
  } catch (cause) {
    return found ? { ...common, kind: "error", problem: problemOf(cause) } : { ...common, kind: "missing" };
  }
}

async function loadBase(health: Health, lang: string, load: Load): Promise<Base> {
  const [framework, countries] = await Promise.all([
    load(`/v1/framework?lang=${lang}&text=labels`),
    load("/v1/countries"),
  ]);
  // The same answers are the same base, so that what was worked out from it need not be worked out again.
  const known = bases.get(framework);
  if (known?.health === health && known.countries === countries && known.lang === lang) return known;
  const base = { lang, health, framework, countries };
  bases.set(framework, base);
  return base;
}

const bases = new WeakMap<FrameworkAnswer, Base>();
