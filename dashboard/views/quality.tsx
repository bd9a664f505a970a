import { useMemo } from "preact/hooks";
import type { Draw } from "../charts/drawing.ts";
import { drawHeatmap } from "../charts/heatmap.ts";
import { citation } from "../components/citation.ts";
import { useSurroundings } from "../components/context.ts";
import { Figure } from "../components/figure.tsx";
import { HeatList } from "../components/heat-list.tsx";
import { CompletenessLegend } from "../components/legends.tsx";
import { Notes, ReleaseLine } from "../components/notes.tsx";
import { OwnQuality } from "../components/own-quality.tsx";
import { NotPublic } from "../components/states.tsx";
import { sheetTwin } from "../components/twins.tsx";
import { yearsOf } from "../state/base.ts";
import { type CompletenessRow, completenessRows, completenessSeries } from "../state/completeness.ts";
import type { Row } from "../state/rows.ts";
import { everything, writeSelection } from "../state/selection.ts";
import type { Sheet } from "../state/sheet.ts";
import type { View, ViewProps } from "../state/view.ts";

const path = "/quality";
const tabs = ["chart", "table"];
const api = "/v1/completeness";

/** Whether the figures can be trusted: how complete they are, and how the release was tried before it was published. */
export const quality: View = {
  name: "quality",
  path,
  nav: "nav.quality",
  tabs,
  needs: () => [api],
  title: ({ translator }) => translator.t("quality.title"),
  description: ({ translator }) => translator.t("quality.description"),
  Body: Quality,
};

function Quality({ base, selection, translator, answer, address }: ViewProps) {
  const { t, date } = translator;
  const found = answer(api);
  const { results, protection } = found;
  const { session } = useSurroundings();
  const { rows, series, draw, sheet } = useMemo(() => {
    const rows = completenessRows(found.completeness, base);
    const series = completenessSeries(rows, results, base);
    const href = (row: Row) =>
      `/country/${row.result}${writeSelection({ ...everything, time: [row.year, row.year], lang: selection.lang })}`;
    const about = (row: Row) =>
      rows.find((one) => one.place.code === row.result && one.year === Number(row.place.code))!;
    const options = {
      measure: "share" as const,
      sentence: t("quality.sentence", { countries: base.countries.countries.length, years: series.places.length }),
      digits: ([share]: readonly [number, number]) => `${Math.round(share * results)}`,
      describe: (row: Row) => describe(about(row)),
      href: (row: Row) => href({ ...row, year: Number(row.place.code) }),
    };
    const describe = ({ place, year, value, withheld }: CompletenessRow) =>
      t("quality.row", { place: place.name, year, value, withheld, results });
    const draw: Draw = (where, width) => drawHeatmap(where, series, { ...options, width });
    const sheet: Sheet = {
      columns: [
        { label: t("table.place.country") },
        { label: t("table.year"), number: true },
        { label: t("quality.table.value"), number: true },
        { label: t("quality.table.withheld"), number: true },
        { label: t("quality.table.no-data"), number: true },
      ],
      rows: rows.map(({ place, year, value, withheld, noData }) => ({
        key: `${place.code} ${year}`,
        kind: "value" as const,
        cells: [place.name, `${year}`, `${value}`, `${withheld}`, `${noData}`],
        data: [place.code, place.name, year, value, withheld, noData, found.release],
      })),
      header: ["country", "name", "year", "value", "withheld", "no_data", "release"],
    };
    return { rows, series, draw, sheet };
  }, [found, base, results, selection.lang, t]);
  const title = t("quality.chart", { results });
  const attacks = Object.values(protection?.attacks ?? {}).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <div class="intro">
        <div>
          <h1 tabIndex={-1}>{t("quality.title")}</h1>
          <p class="lead">{t("quality.lead")}</p>
        </div>
        <ReleaseLine base={base} years={yearsOf(base) ?? [0, 0]} />
      </div>
      {rows.length > 0 && (
        <Figure
          name="completeness"
          path={path}
          title={title}
          selection={selection}
          twin={sheetTwin(title, sheet, null)}
          draw={draw}
          hint={t("chart.keys.country")}
          narrow={() => (
            <HeatList
              series={series}
              measure="share"
              href={(row) => `/country/${row.result}${writeSelection({ ...everything, lang: selection.lang })}`}
              text={(row) => `${Math.round((row.share[0] ?? 0) * results)}`}
            />
          )}
          legend={<CompletenessLegend />}
          api={api}
          source={citation(base, title, address, translator)}
        />
      )}
      <section class="two" data-testid="protection">
        <div>
          <h2>{t("quality.protection.title")}</h2>
          <p>{t("quality.protection.text")}</p>
          {protection ? (
            <ul class="facts">
              <li>{t("quality.protection.minimum", { minimum: protection.minimum })}</li>
              <li>
                {t("quality.protection.published", { published: protection.published, eligible: protection.eligible })}
              </li>
              <li>{t("quality.protection.banded", { banded: protection.banded ?? 0 })}</li>
              <li>
                {t("quality.protection.attacks", { attackers: Object.keys(protection.attacks).length, found: attacks })}
              </li>
            </ul>
          ) : (
            <p class="notice">{t("quality.protection.none")}</p>
          )}
        </div>
        <div>
          <h2>{t("quality.release.title")}</h2>
          <ul class="facts">
            <li>{t("quality.release.made", { date: date(found.made_at) })}</li>
            <li>{t("quality.release.as-of", { date: date(found.as_of) })}</li>
            <li>
              <a href="/v1/releases" data-plain>
                {t("quality.release.all")}
              </a>
            </li>
          </ul>
        </div>
      </section>
      {session?.role === "manager" ? (
        <OwnQuality base={base} />
      ) : (
        <NotPublic title={t("quality.restricted.title")} text={t("quality.restricted.text")} links={[]} />
      )}
      <Notes base={base} title={title} address={address} parts={["quality", "withheld"]} />
    </>
  );
}
