import { useId, useState } from "preact/hooks";
import type { Base } from "../state/base.ts";
import { type Hit, search } from "../state/search.ts";
import { useSurroundings } from "./context.ts";

const most = 8;

/** Finds countries, regions and results while one types; without scripts the form leads to the page of what it found. */
export function SearchBox({ base, lang, start = "" }: { base: Base; lang: string | null; start?: string }) {
  const { translator, go } = useSurroundings();
  const { t } = translator;
  const [asked, setAsked] = useState(start);
  const id = useId();
  const hits = search(asked, base).slice(0, most);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not yet known to every browser we serve
    <form
      class="search"
      role="search"
      action="/search"
      method="get"
      data-testid="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (hits[0]) go(inLanguage(hits[0], lang));
      }}
    >
      {lang && <input type="hidden" name="lang" value={lang} />}
      <label for={id}>{t("search.label")}</label>
      <div class="search-line">
        <input
          id={id}
          type="search"
          name="q"
          value={asked}
          autocomplete="off"
          placeholder={t("search.placeholder")}
          onInput={(event) => setAsked(event.currentTarget.value)}
        />
        <button type="submit" class="strong-button">
          {t("search.button")}
        </button>
      </div>
      <p class="visually-hidden" role="status">
        {asked.trim() === "" ? "" : t("search.count", { count: hits.length })}
      </p>
      {asked.trim() !== "" && <Hits hits={hits} lang={lang} />}
    </form>
  );
}

/** What was found, as links. */
export function Hits({ hits, lang }: { hits: readonly Hit[]; lang: string | null }) {
  const { t } = useSurroundings().translator;
  if (hits.length === 0) return <p class="quiet">{t("search.nothing")}</p>;
  return (
    <ul class="hits" data-testid="hits">
      {hits.map((hit) => (
        <li key={`${hit.kind} ${hit.code}`}>
          <a href={inLanguage(hit, lang)}>{hit.name}</a> <span class="quiet">{t(`search.kind.${hit.kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function inLanguage({ href }: Hit, lang: string | null): string {
  return lang ? `${href}${href.includes("?") ? "&" : "?"}lang=${lang}` : href;
}
