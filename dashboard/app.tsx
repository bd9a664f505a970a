import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { createApi } from "./client/api.ts";
import { followLinks } from "./client/links.ts";
import { SurroundingsContext } from "./components/context.ts";
import { PageBody } from "./components/page-body.tsx";
import type { Catalogue } from "./locales/messages.ts";
import { translatorFor } from "./locales/translate.ts";
import { loadPage, type Page } from "./state/page.ts";
import { pageWords } from "./state/titles.ts";
import { findView, type View } from "./state/view.ts";

/** The dashboard in the browser: the address decides what is shown, every link and filter only changes the address. */
export function App(props: {
  first: Page;
  api: ReturnType<typeof createApi>;
  catalogue: Catalogue;
  views: readonly View[];
}) {
  const { api, catalogue, views } = props;
  const [page, setPage] = useState(props.first);
  const [busy, setBusy] = useState(false);
  const offline = useOffline();
  const turn = useRef(0);

  const show = useCallback(
    async (url: URL, before: string) => {
      const mine = ++turn.current;
      setBusy(true);
      const acceptLanguage = document.documentElement.lang;
      const next = await loadPage({ url, acceptLanguage, catalogue, views }, api.load);
      if (mine !== turn.current) return;
      setBusy(false);
      setPage(next);
      if (url.pathname !== before) document.getElementById("content")?.focus({ preventScroll: true });
    },
    [api, catalogue, views],
  );
  const go = useCallback(
    (href: string) => {
      const url = new URL(href, location.href);
      const before = location.pathname;
      history.pushState(null, "", url);
      if (url.pathname !== before) scrollTo(0, 0);
      void show(url, before);
    },
    [show],
  );
  const retry = useCallback(() => {
    api.forget();
    void show(new URL(location.href), location.pathname);
  }, [api, show]);

  useEffect(() => followLinks((url) => findView(views, url.pathname) !== null, go), [views, go]);
  useEffect(() => {
    const back = () => void show(new URL(location.href), "");
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, [show]);

  const translator = translatorFor(page.lang, catalogue[page.lang]!);
  useEffect(() => {
    document.documentElement.lang = page.lang;
    document.title = pageWords(page, translator).title;
  }, [page, translator]);

  const surroundings = useMemo(
    () => ({ translator, langs: Object.keys(catalogue), go, retry, drawOnServer: null }),
    [translator, catalogue, go, retry],
  );
  return (
    <SurroundingsContext.Provider value={surroundings}>
      <PageBody page={page} views={views} offline={offline} busy={busy} />
    </SurroundingsContext.Provider>
  );
}

function useOffline(): boolean {
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    addEventListener("online", look);
    addEventListener("offline", look);
    look();
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  return offline;
}
