import "./styles/index.css";
import { hydrate, render } from "preact";
import { App } from "./app.tsx";
import { createApi, type Seed } from "./client/api.ts";
import { keepForOffline, whenIdle } from "./client/offline.ts";
import { languages, loadMessages } from "./locales/browser.ts";
import { suffice } from "./locales/messages.ts";
import { loadPage, type Page } from "./state/page.ts";
import { everything } from "./state/selection.ts";
import { findView } from "./state/view.ts";
import { views } from "./views/index.ts";

const seed = JSON.parse(document.getElementById("state")?.textContent ?? "{}") as Seed;
const api = createApi(seed);
const messages = new Map([[seed.lang, seed.messages]]);
const readMessages = async ({ lang, url }: Page) => {
  const last = messages.get(lang);
  const enough = last && suffice(last, findView(views, url.pathname)?.view);
  const known = enough ? last : await loadMessages(lang);
  messages.set(lang, known);
  return known;
};
/** Takes over the page that the server wrote. No await stands at the top: the views' files wait for this one. */
async function start(): Promise<void> {
  const page = { url: new URL(location.href), acceptLanguage: seed.lang, langs: languages, views };
  const first = await loadPage(page, api.load);
  const words = await readMessages(first);
  const place = document.getElementById("app")!;
  const app = <App first={first} words={words} readWords={readMessages} langs={languages} api={api} views={views} />;
  // Without a connection another page's document may stand in for this one: it is then drawn anew, not taken over.
  if (seed.address === `${location.pathname}${location.search}`) hydrate(app, place);
  else {
    place.replaceChildren();
    render(app, place);
  }
  document.documentElement.dataset.ready = "";
  whenIdle(() => void keepAll(first));
}

/** Keeps this page and, so that the other views open without a connection too, what they show at first. */
async function keepAll({ base, selection }: Page): Promise<void> {
  if (!base || base.health.release === null) return;
  await keepForOffline({
    release: base.health.release,
    files: seed.files,
    answers: seed.answers,
    address: `${location.pathname}${location.search}`,
  });
  const fresh = { ...everything, lang: selection.lang };
  for (const entry of views) {
    const paths = (await entry.load()).needs({ base, selection: fresh, code: null });
    await Promise.all(paths.map(api.load)).catch(() => {});
  }
}

void start();
