import "./styles/index.css";
import { hydrate } from "preact";
import { App } from "./app.tsx";
import { createApi, type Seed } from "./client/api.ts";
import { catalogue } from "./locales/browser.ts";
import { loadPage } from "./state/page.ts";
import { views } from "./views/index.ts";

const seed = JSON.parse(document.getElementById("state")?.textContent ?? "{}") as Seed;
const api = createApi(seed);
const page = { url: new URL(location.href), acceptLanguage: seed.lang, catalogue, views };
hydrate(
  <App first={await loadPage(page, api.load)} api={api} catalogue={catalogue} views={views} />,
  document.getElementById("app")!,
);
document.documentElement.dataset.ready = "";
