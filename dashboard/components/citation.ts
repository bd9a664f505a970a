import type { Translator } from "../locales/translate.ts";
import type { Base } from "../state/base.ts";

/** How to cite a figure: what, from which release, read where; invented data say so. */
export function citation(base: Base, title: string, address: string, { t, date }: Translator): string {
  const { health, framework } = base;
  const words = t("sources.citation", {
    release: health.release ?? 0,
    date: date(health.made_at ?? "1970-01-01"),
    title,
    version: framework.version,
    address,
  });
  return health.synthetic ? `${words} ${t("sources.synthetic-citation")}` : words;
}
