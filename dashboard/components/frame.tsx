import type { ComponentChildren } from "preact";
import type { Page } from "../state/page.ts";
import { everything, writeSelection } from "../state/selection.ts";
import type { ViewEntry } from "../state/view.ts";
import { useSurroundings } from "./context.ts";
import { Theme } from "./theme.tsx";

/** What surrounds every view: name, navigation, language, colours, footer. */
export function Frame(props: { page: Page; views: readonly ViewEntry[]; busy: boolean; children: ComponentChildren }) {
  const { page, views, busy, children } = props;
  const { translator, langs, session } = useSurroundings();
  const { t, language } = translator;
  const { region, type, measure, lang } = page.selection;
  const carried = writeSelection({ ...everything, region, type, measure, lang });
  const here = page.kind === "view" ? page.view : null;
  const inLanguage = (code: string) => {
    const params = new URLSearchParams(page.url.search);
    params.set("lang", code);
    return `${page.url.pathname}?${params}`;
  };
  return (
    <>
      <a class="skip" href="#content">
        {t("app.skip")}
      </a>
      <header class="top">
        <a class="brand" href={`/overview${writeSelection({ ...everything, lang })}`}>
          <Weave />
          <b>{t("app.name")}</b>
        </a>
        <nav class="views" aria-label={t("app.nav")} data-testid="views">
          {views.map(
            ({ name, path, nav }) =>
              nav && (
                <a key={name} href={`${path}${carried}`} aria-current={name === here?.name ? "page" : undefined}>
                  {t(nav)}
                </a>
              ),
          )}
        </nav>
        <div class="settings">
          <nav class="languages" aria-label={t("app.language")} data-testid="languages">
            {langs.map((code) => (
              <a
                key={code}
                href={inLanguage(code)}
                lang={code}
                hreflang={code}
                title={language(code)}
                aria-current={code === page.lang ? "true" : undefined}
              >
                {code.toUpperCase()}
                <span class="visually-hidden"> {language(code)}</span>
              </a>
            ))}
          </nav>
          <Theme />
          <a
            class="who"
            href={`/sign-in${writeSelection({ ...everything, lang })}`}
            data-testid="who"
            aria-current={here?.name === "sign-in" ? "page" : undefined}
          >
            {session?.name ?? t("account.sign-in")}
          </a>
        </div>
      </header>
      <div class="busy" role="status" data-busy={busy ? "" : undefined}>
        {busy && <span class="visually-hidden">{t("app.loading")}</span>}
      </div>
      <main id="content" tabIndex={-1} aria-busy={busy}>
        {children}
      </main>
      <footer class="foot">
        <p>
          {t("app.tagline")}. {t("footer.about")}
        </p>
        <p>
          <a href="/docs" data-plain>
            {t("footer.api")}
          </a>
          <a href="/v1/releases" data-plain>
            {t("footer.data")}
          </a>
        </p>
      </footer>
    </>
  );
}

/** Threads over and under each other: the weft that the name means. */
function Weave() {
  return (
    <svg class="weave" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
      <path d="M7 2v6M7 12v10M17 2v10M17 16v6" />
      <path d="M2 10h20M2 14h3M9 14h13" opacity=".55" />
    </svg>
  );
}
