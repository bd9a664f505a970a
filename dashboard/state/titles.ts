import type { Translator } from "../locales/translate.ts";
import type { Page } from "./page.ts";

/** The title and description of a page, for the tab, for search and for whoever is sent the link. */
export function pageWords(page: Page, translator: Translator): { title: string; description: string } {
  const { t } = translator;
  const named = (title: string) => `${title} · ${t("app.name")}`;
  switch (page.kind) {
    case "view": {
      const props = { ...page, translator, address: page.url.href };
      return { title: named(page.view.title(props)), description: page.view.description(props) };
    }
    case "missing":
      return { title: named(t("missing.title")), description: t("app.tagline") };
    case "empty":
      return { title: named(t("empty.title")), description: t("app.tagline") };
    case "error":
      return { title: named(t("error.title")), description: t("app.tagline") };
  }
}
