import type { Base } from "../state/base.ts";
import { citation } from "./citation.ts";
import { useSurroundings } from "./context.ts";

type NotePart = "share" | "interval" | "median" | "matched" | "classes" | "quality" | "not" | "withheld";
const usual: readonly NotePart[] = ["share", "interval", "median", "not", "withheld"];

/** What the figures mean and what they do not say; sources, release and how to cite. */
export function Notes(props: { base: Base; title: string; address: string; parts?: readonly NotePart[] }) {
  const { base, title, address, parts = usual } = props;
  const { translator } = useSurroundings();
  const { t } = translator;
  return (
    <div class="notes">
      <section aria-labelledby="methods" data-testid="methods">
        <h2 id="methods">{t("methods.title")}</h2>
        {parts.map((part) => (
          <p key={part}>{t(`methods.${part}`)}</p>
        ))}
        <p>
          <a href="/methods">{t("methods.more")}</a>
        </p>
      </section>
      <section aria-labelledby="sources" data-testid="sources">
        <h2 id="sources">{t("sources.title")}</h2>
        <p>{t("sources.data", { release: base.health.release ?? 0 })}</p>
        <p>{t("sources.framework", { source: base.framework.source })}</p>
        {!base.framework.reviewed && <p>{t("release.text-unreviewed")}</p>}
        <h3>{t("sources.cite")}</h3>
        <p class="citation" data-testid="citation">
          {citation(base, title, address, translator)}
        </p>
      </section>
    </div>
  );
}

/** What this release holds, in a line, and a plain word where its data are invented. */
export function ReleaseLine({ base, years }: { base: Base; years: readonly [number, number] }) {
  const { t, date } = useSurroundings().translator;
  const { health, framework, countries } = base;
  const proposal = framework.status === "proposal" ? `, ${t("release.proposal")}` : "";
  const holds = {
    results: framework.results.length,
    countries: countries.countries.filter((country) => country.cells.value > 0).length,
    from: years[0],
    to: years[1],
  };
  return (
    <div class="release" data-testid="release">
      <p>
        <b>{t("release.line", { release: health.release ?? 0, date: date(health.made_at ?? "1970-01-01") })}</b>
        {" · "}
        {t("release.holds", holds)}
        {" · "}
        {t("release.framework", { version: framework.version })}
        {proposal}
      </p>
      {health.synthetic && (
        <p class="synthetic" data-testid="synthetic">
          <b>{t("release.synthetic")}</b> {t("release.synthetic-more")}
        </p>
      )}
    </div>
  );
}
