import "./styles/index.css";
import { hydrate } from "preact";
import { App } from "./app.tsx";
import { createApi, type Seed } from "./client/api.ts";
import { languages, loadMessages } from "./locales/browser.ts";
import { loadPage } from "./state/page.ts";
import { views } from "./views/index.ts";

const seed = JSON.parse(document.getElementById("state")?.textContent ?? "{}") as Seed;
const api = createApi(seed);
const messages = new Map([[seed.lang, seed.messages]]);
const readMessages = async (lang: string) => {
  const known = messages.get(lang) ?? (await loadMessages(lang));
  messages.set(lang, known);
  return known;
};
/** Takes over the page that the server wrote. No await stands at the top: the views' files wait for this one. */
async function start(): Promise<void> {
  const page = { url: new URL(location.href), acceptLanguage: seed.lang, langs: languages, views };
  const first = await loadPage(page, api.load);
  const words = await readMessages(first.lang);
  hydrate(
    <App first={first} words={words} readWords={readMessages} langs={languages} api={api} views={views} />,
    document.getElementById("app")!,
  );
  document.documentElement.dataset.ready = "";
}

void start();
