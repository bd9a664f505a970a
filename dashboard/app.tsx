import type { Session } from "@trama/api/contract";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { createApi } from "./client/api.ts";
import { followLinks } from "./client/links.ts";
import { watchLine } from "./client/offline.ts";
import { readSession, signIn, signOut } from "./client/session.ts";
import { SurroundingsContext } from "./components/context.ts";
import { PageBody } from "./components/page-body.tsx";
import type { SentMessages } from "./locales/messages.ts";
import { translatorFor } from "./locales/translate.ts";
import { loadPage, type Page } from "./state/page.ts";
import { pageWords } from "./state/titles.ts";
import { findView, type ViewEntry } from "./state/view.ts";

/** The dashboard in the browser: the address decides what is shown, every link and filter only changes the address. */
export function App(props: {
  first: Page;
  api: ReturnType<typeof createApi>;
  words: SentMessages;
  readWords: (page: Page) => Promise<SentMessages>;
  langs: readonly string[];
  views: readonly ViewEntry[];
}) {
  const { api, readWords, langs, views } = props;
  const [{ page, words }, setShown] = useState({ page: props.first, words: props.words });
  const [busy, setBusy] = useState(false);
  const [session, setSession] = useState<Session | null>(null);
  const offline = useOffline();
  const turn = useRef(0);

  const show = useCallback(
    async (url: URL, before: string) => {
      const mine = ++turn.current;
      setBusy(true);
      const acceptLanguage = document.documentElement.lang;
      const page = await loadPage({ url, acceptLanguage, langs, views }, api.load);
      // Without the words of the new language the page is shown in the last one rather than not at all.
      const words = await readWords(page).catch(() => null);
      if (mine !== turn.current) return;
      setBusy(false);
      setShown((last) => ({ page, words: words ?? last.words }));
      if (url.pathname !== before) document.getElementById("content")?.focus({ preventScroll: true });
    },
    [api, readWords, langs, views],
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

  // What was read as somebody else is forgotten, and the page is read again as whom one is now.
  const become = useCallback(
    (who: Session | null) => {
      setSession(who);
      retry();
    },
    [retry],
  );
  useEffect(() => {
    void readSession().then((who) => who && become(who));
  }, [become]);

  useEffect(() => followLinks((url) => findView(views, url.pathname) !== null, go), [views, go]);
  useEffect(() => {
    const back = () => void show(new URL(location.href), "");
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, [show]);

  const translator = translatorFor(page.lang, words);
  useEffect(() => {
    document.documentElement.lang = page.lang;
    document.title = pageWords(page, translator).title;
  }, [page, translator]);

  const surroundings = useMemo(
    () => ({
      translator,
      langs,
      go,
      retry,
      session,
      signIn: async (name: string, password: string) => {
        const done = await signIn(name, password);
        if (done.kind === "done") become(done.value);
        return done;
      },
      signOut: async () => {
        await signOut();
        become(null);
      },
      drawOnServer: null,
    }),
    [translator, langs, go, retry, session, become],
  );
  return (
    <SurroundingsContext.Provider value={surroundings}>
      <PageBody page={page} views={views} offline={offline} busy={busy} />
    </SurroundingsContext.Provider>
  );
}

function useOffline(): boolean {
  const [offline, setOffline] = useState(false);
  useEffect(() => watchLine(setOffline), []);
  return offline;
}
