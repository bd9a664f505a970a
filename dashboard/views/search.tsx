import { Hits, SearchBox } from "../components/search-box.tsx";
import { search as find } from "../state/search.ts";
import type { View, ViewProps } from "../state/view.ts";

/** What a search found, for whoever comes without scripts or by a link. */
export const search: View = {
  name: "search",
  path: "/search",
  nav: null,
  tabs: ["chart"],
  needs: () => [],
  title: ({ translator }) => translator.t("search.title"),
  description: ({ translator }) => translator.t("search.label"),
  Body: Search,
};

function Search({ base, selection, translator: { t }, address }: ViewProps) {
  const asked = (new URL(address).searchParams.get("q") ?? "").slice(0, 200);
  return (
    <section class="state">
      <h1 tabIndex={-1}>{t("search.title")}</h1>
      <SearchBox base={base} lang={selection.lang} />
      {asked.trim() !== "" && (
        <>
          <h2>{t("search.for", { asked })}</h2>
          <Hits hits={find(asked, base)} lang={selection.lang} />
        </>
      )}
    </section>
  );
}
