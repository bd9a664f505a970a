import type { ReleaseChangesAnswer } from "@trama/api/contract";
import { type Base, countriesByName, yearsOf } from "../state/base.ts";
import type { Row } from "../state/rows.ts";
import { everything, type Selection, writeSelection } from "../state/selection.ts";
import { useSurroundings } from "./context.ts";
import { SearchBox } from "./search-box.tsx";
import { flagWords } from "./words.ts";

/** The first screen's answers: what is new, where to start, where to look something up. */
export function Landing({ base, lang, news }: { base: Base; lang: string | null; news: ReleaseChangesAnswer }) {
  const { translator, session } = useSurroundings();
  const { t } = translator;
  const years = yearsOf(base) ?? [0, 0];
  const to = (path: string, selection: Partial<Selection> = {}) =>
    `${path}${writeSelection({ ...everything, ...selection, lang })}`;
  const pair = [Math.max(years[1] - 1, years[0]), years[1]] as const;
  const support = base.framework.results.find(({ code }) => code === "EX4") ?? base.framework.results.at(-1);
  const place = countriesByName(base).find(
    ({ code }) => (base.countries.countries.find(({ country }) => country === code)?.cells.value ?? 0) > 0,
  );
  const starts = [
    ...(session?.role === "donor" ? [{ href: to("/funded"), label: t("funded.title") }] : []),
    ...(support
      ? [
          {
            href: to("/change", { result: [support.code], time: pair }),
            label: t("start.change", { result: support.short, from: pair[0], to: pair[1] }),
          },
        ]
      : []),
    ...(place ? [{ href: to(`/country/${place.code}`), label: t("start.country", { place: place.name }) }] : []),
    { href: to("/compare", { by: "region" }), label: t("start.regions") },
    { href: to("/report"), label: t("start.report") },
  ];
  return (
    <div class="landing" data-testid="landing">
      <section aria-labelledby="start">
        <h2 id="start">{t("start.title")}</h2>
        <ul class="starts" data-testid="starts">
          {starts.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
          <li>
            <a href="#guide">{t("start.guide")}</a>
          </li>
        </ul>
      </section>
      <section aria-labelledby="find">
        <h2 id="find">{t("search.heading")}</h2>
        <SearchBox base={base} lang={lang} />
        <details class="all-places">
          <summary>{t("search.all-countries")}</summary>
          <ul class="chips">
            {countriesByName(base).map(({ code, name }) => (
              <li key={code}>
                <a href={to(`/country/${code}`)}>{name}</a>
              </li>
            ))}
          </ul>
        </details>
      </section>
      <section aria-labelledby="news" data-testid="news">
        <h2 id="news">{t("news.title")}</h2>
        <News base={base} news={news} />
      </section>
    </div>
  );
}

/** What differs from the release before, as counts and places; nothing is said of why. */
function News({ base, news }: { base: Base; news: ReleaseChangesAnswer }) {
  const { t, list } = useSurroundings().translator;
  if (news.since === null) return <p>{t("news.first")}</p>;
  if (news.countries.length === 0) return <p>{t("news.same", { since: news.since })}</p>;
  const names = countriesByName(base)
    .filter(({ code }) => news.countries.includes(code))
    .map(({ name }) => name);
  const { added, changed, withdrawn, since } = news;
  return (
    <>
      <p>{t("news.counts", { since, added, changed, withdrawn })}</p>
      <p>{t("news.where", { places: list(names) })}</p>
    </>
  );
}

/** One figure of this release read aloud, part by part, so that every other one can be read. */
export function Guide({ rows, lang }: { rows: readonly Row[]; lang: string | null }) {
  const { t, percent, number } = useSurroundings().translator;
  const row =
    rows.find((one) => one.kind === "value" && one.flags.length === 0) ?? rows.find(({ kind }) => kind === "value");
  if (!row) return null;
  const about = { result: row.resultLabel, place: row.place.name, year: row.year };
  const link = { ...everything, result: [row.result], country: [row.place.code], lang };
  return (
    <section class="guide" id="guide" aria-labelledby="guide-title" data-testid="guide">
      <h2 id="guide-title">{t("guide.title")}</h2>
      <p class="guide-figure">{t("guide.figure", { ...about, share: percent(row.share) })}</p>
      <ol>
        <li>{t("guide.share", { share: percent(row.share), k: number(row.k), n: number(row.n) })}</li>
        <li>{t("guide.interval", { interval: percent(row.interval) })}</li>
        <li>{t("guide.not")}</li>
        {row.flags.length > 0 && (
          <li>{t("guide.flags", { flags: row.flags.map((flag) => flagWords(flag, t)).join("; ") })}</li>
        )}
        <li>
          <a href={`/compare${writeSelection(link)}`}>{t("guide.years")}</a>
        </li>
        <li>
          <a href={`/change${writeSelection({ ...link, result: [], time: null })}`}>{t("guide.change")}</a>
        </li>
        <li>{t("guide.take")}</li>
      </ol>
    </section>
  );
}
