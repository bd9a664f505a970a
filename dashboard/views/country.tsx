import { useMemo } from "preact/hooks";
import type { Draw } from "../charts/drawing.ts";
import { drawHeatmap } from "../charts/heatmap.ts";
import { yearOptions } from "../components/choices.ts";
import { citation } from "../components/citation.ts";
import { useSurroundings } from "../components/context.ts";
import { Figure } from "../components/figure.tsx";
import { Choice, Filters } from "../components/filters.tsx";
import { HeatList } from "../components/heat-list.tsx";
import { HeatmapLegend } from "../components/legends.tsx";
import { Notes, ReleaseLine } from "../components/notes.tsx";
import { OutcomesList } from "../components/outcomes-list.tsx";
import { ResultsFigure } from "../components/results-figure.tsx";
import { NotPublic, Unknown } from "../components/states.tsx";
import { cellsTwin } from "../components/twins.tsx";
import { WithheldNote } from "../components/withheld-note.tsx";
import { describeRow } from "../components/words.ts";
import { type Base, countriesByName, regionsByName, yearsOf } from "../state/base.ts";
import { heatmapSeries } from "../state/heatmap.ts";
import { type PanelSummary, summaries } from "../state/panels.ts";
import { pooledBy } from "../state/pooled.ts";
import { cellsPath, outcomesPath } from "../state/requests.ts";
import { type Row, rowsOf } from "../state/rows.ts";
import { everything, type Selection, writeSelection } from "../state/selection.ts";
import type { View, ViewProps } from "../state/view.ts";

const tabs = ["chart", "table"];

/** One country: internal against external, territory against networks, and how it came there. */
export const country: View = {
  name: "country",
  path: "/country/:code",
  nav: null,
  tabs,
  needs: ({ base, selection, code }) => {
    const found = find(base, code);
    return found && yearsOf(base) ? Object.values(pathsOf(base, selection, found)) : [];
  },
  title: ({ base, code, translator }) => {
    const found = find(base, code);
    return found ? nameOf(base, found.country) : translator.t("country.unknown", { code: code ?? "" });
  },
  description: ({ base, code, translator }) =>
    translator.t("country.description", { place: nameOf(base, find(base, code)?.country ?? "") }),
  Body: CountryView,
};

function CountryView(props: ViewProps) {
  const { base, selection, code, translator, answer, address } = props;
  const { t } = translator;
  const found = find(base, code);
  const years = yearsOf(base);
  const cells = found && years ? pathsOf(base, selection, found) : null;
  const own = cells ? answer(cells.own).cells : null;
  const beside = cells ? answer(cells.region).cells : null;
  const year = yearOf(base, selection);
  const path = `/country/${code}`;
  const place = { code: found?.country ?? "", name: nameOf(base, found?.country ?? "") };
  const { rows, ofRegion, heat, draw } = useMemo(() => {
    const rows = own ? rowsOf(own, "country", base) : [];
    const ofRegion = beside ? rowsOf(beside, "region", base) : [];
    const asColumns = rows.map((row) => ({ ...row, place: { code: `${row.year}`, name: `${row.year}` }, year }));
    const heat = heatmapSeries(asColumns, year, base, "keep-withheld");
    const options = {
      measure: selection.measure,
      sentence: t("country.heatmap.sentence", { place: place.name, results: base.framework.results.length }),
      digits: (band: readonly [number, number]) => translator.digits([...band], selection.measure),
      describe: (row: Row) => describeRow({ ...row, place, year: Number(row.place.code) }, translator),
      href: (row: Row) => toResult(row, selection.lang),
    };
    const draw: Draw = (where, width) => drawHeatmap(where, heat, { ...options, width });
    return { rows, ofRegion, heat, draw };
  }, [own, beside, base, year, selection.measure, selection.lang, place.code, place.name, translator, t]);
  if (!found || !cells)
    return (
      <Unknown
        title={t("country.unknown", { code: code ?? "" })}
        links={countriesByName(base).map(({ code, name }) => ({ href: `/country/${code}`, label: name }))}
        lang={selection.lang}
      />
    );
  const region = regionsByName(base).find((one) => one.code === found.region)?.name ?? found.region;
  const ofYear = rows.filter((row) => row.year === year);
  const pooled = pooledBy(ofRegion, base, selection);
  const title = t("country.chart", { place: place.name, year });
  const heatTitle = t(`country.heatmap.${selection.measure}`, { place: place.name });
  return (
    <>
      <div class="intro">
        <div>
          <p class="kicker">{region}</p>
          <h1 tabIndex={-1}>{place.name}</h1>
          <p class="lead">{t("country.lead")}</p>
          <Context country={found} {...props} />
        </div>
        <ReleaseLine base={base} years={years!} />
      </div>
      <Filters base={base} path={path} tabs={tabs} selection={selection} offers={["time"]}>
        <Choice name="time" label={t("filter.year")} value={`${year}`} options={yearOptions(base)} />
      </Filters>
      <ul class="findings" data-testid="panels">
        {summaries(ofYear, base).map((panel) => (
          <li key={panel.label}>
            <b>{panel.label}</b> {inWords(panel, props)}
          </li>
        ))}
      </ul>
      <ResultsFigure
        name="country"
        title={title}
        rows={ofYear}
        beside={ofRegion.filter((row) => row.year === year)}
        besideName={t("country.region-band", { region })}
        path={path}
        api={cells.own}
        base={base}
        selection={selection}
        address={address}
        pooled={pooled}
      />
      <WithheldNote rows={ofYear} pooled={pooled} />
      <Figure
        name="years"
        path={path}
        title={heatTitle}
        selection={selection}
        twin={cellsTwin(heatTitle, rows, "country", base.health.release ?? 0, pooled)}
        draw={draw}
        hint={t("chart.keys")}
        narrow={() => (
          <HeatList series={heat} measure={selection.measure} href={(row) => toResult(row, selection.lang)} />
        )}
        legend={<HeatmapLegend measure={selection.measure} codes={[]} />}
        api={cells.own}
        source={citation(base, heatTitle, address, translator)}
      />
      <section aria-labelledby="outcomes">
        <h2 id="outcomes">{t("outcomes.of-country", { place: place.name })}</h2>
        <OutcomesList outcomes={answer(cells.outcomes).outcomes} base={base} />
      </section>
      <p class="onward">
        <a href={`/change${writeSelection({ ...everything, country: [found.country], lang: selection.lang })}`}>
          {t("country.to-change", { place: place.name })}
        </a>
        <a href={`/how${writeSelection({ ...everything, country: [found.country], lang: selection.lang })}`}>
          {t("country.to-how", { place: place.name })}
        </a>
        <a href={`/report${writeSelection({ ...everything, country: [found.country], lang: selection.lang })}`}>
          {t("country.to-report", { place: place.name })}
        </a>
      </p>
      <Provenance country={found.country} lang={selection.lang} />
      <NotPublic title={t("country.restricted.title")} text={t("country.restricted.text")} links={[]} />
      <Notes base={base} title={title} address={address} />
    </>
  );
}

/** The way to the rows behind the figures, for those who may see them. */
function Provenance({ country, lang }: { country: string; lang: string | null }) {
  const { translator, session } = useSurroundings();
  if (!session?.reach.countries.includes(country)) return null;
  return (
    <p class="onward">
      <a href={`/provenance${writeSelection({ ...everything, country: [country], lang })}`} data-testid="provenance">
        {translator.t("provenance.link")}
      </a>
    </p>
  );
}

/** What is known of the country beside the figures: context, never a cause. */
function Context({ country, translator }: ViewProps & { country: Base["countries"]["countries"][number] }) {
  const { t, date } = translator;
  const { escazu } = country;
  return (
    <ul class="facts" data-testid="context">
      <li>
        {escazu.party
          ? t(escazu.since ? "country.escazu.since" : "country.escazu.yes", {
              date: escazu.since ? date(escazu.since) : "",
            })
          : t("country.escazu.no")}
      </li>
      <li>{t(country.collective_measures_in_law ? "country.law.yes" : "country.law.no")}</li>
      <li class="quiet">{t("country.context")}</li>
    </ul>
  );
}

function inWords(panel: PanelSummary, { translator: { t, percent } }: ViewProps): string {
  if (!panel.lowest || !panel.highest) return t("country.panel.none", { results: panel.results });
  const figures = {
    shown: panel.shown,
    results: panel.results,
    low: percent([...panel.lowest.share]),
    lowest: panel.lowest.label,
    high: percent([...panel.highest.share]),
    highest: panel.highest.label,
  };
  return t(panel.shown === 1 ? "country.panel.one" : "country.panel", figures);
}

function toResult(row: Row, lang: string | null): string {
  return `/result/${row.result}${writeSelection({ ...everything, lang })}`;
}

function find({ countries }: Base, code: string | null) {
  return countries.countries.find(({ country }) => country === code?.toUpperCase());
}

function nameOf(base: Base, code: string): string {
  return countriesByName(base).find((place) => place.code === code)?.name ?? code;
}

function yearOf(base: Base, { time }: Selection): number {
  return time?.[1] ?? yearsOf(base)?.[1] ?? 0;
}

function pathsOf(base: Base, selection: Selection, { country, region }: { country: string; region: string }) {
  const all = { ...everything, lang: null };
  const year = yearOf(base, selection);
  return {
    own: cellsPath({ ...all, country: [country] }, yearsOf(base)),
    region: cellsPath({ ...all, by: "region", region: [region] }, [year, year]),
    outcomes: outcomesPath({ ...everything, country: [country] }),
  };
}
