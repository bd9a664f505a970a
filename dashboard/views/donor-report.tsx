import { citation } from "../components/citation.ts";
import { FundedFigure } from "../components/funded-figure.tsx";
import { FundedYears } from "../components/funded-years.tsx";
import { Notes } from "../components/notes.tsx";
import { ReportIntro } from "../components/report-intro.tsx";
import { directionIn } from "../state/differences.ts";
import { type FundedPlace, fundedPlaces, fundedRows, shownYears } from "../state/funded.ts";
import { grantPath, ownPath } from "../state/requests.ts";
import type { View, ViewProps } from "../state/view.ts";

const path = "/donor-report";
const tabs = ["chart", "table"];

/** What a donor is sent: its own figures, all grants or one, made from the file that holds no other donor's. */
export const donorReport: View = {
  name: "donor-report",
  path,
  nav: null,
  tabs,
  needs: ({ selection }) =>
    selection.of === null ? [ownPath("world"), ownPath("country")] : [grantPath(selection.of)],
  title: (props) => headingOf(props),
  description: ({ translator }) => translator.t("donor.report.lead"),
  Body: DonorReport,
};

function headingOf({
  translator,
  address,
  selection,
}: Pick<ViewProps, "translator" | "address" | "selection">): string {
  const donor = new URL(address).searchParams.get("donor") ?? "";
  return selection.of === null
    ? translator.t("donor.report.heading", { donor })
    : translator.t("donor.report.grant", { donor, grant: selection.of });
}

function DonorReport(props: ViewProps) {
  const { base, selection, translator, answer, address } = props;
  const { t } = translator;
  const heading = headingOf(props);
  const places =
    selection.of === null
      ? fundedPlaces(
          { world: answer(ownPath("world")).cells, countries: answer(ownPath("country")).cells, grants: [] },
          base,
          t("donor.report.all"),
        )
      : fundedPlaces(
          { world: [], countries: [], grants: [{ code: selection.of, cells: answer(grantPath(selection.of)).cells }] },
          base,
          "",
        );
  return (
    <article class="report">
      <ReportIntro base={base} heading={heading} lead={t("donor.report.lead")}>
        <p class="notice">{t("donor.report.alone")}</p>
      </ReportIntro>
      {places.map((place) => (
        <OfPlace key={place.code} {...props} place={place} />
      ))}
      <p class="citation">{citation(base, heading, address, translator)}</p>
      <Notes base={base} title={heading} address={address} parts={["share", "interval", "not", "withheld"]} />
    </article>
  );
}

/** What is in place in one place: which results moved between the last two years shown, and each year by year. */
function OfPlace({ place, base, selection, translator, address }: ViewProps & { place: FundedPlace }) {
  const { t, list } = translator;
  const { time } = selection;
  const years = shownYears(place.rows).filter((year) => !time || (time[0] <= year && year <= time[1]));
  // Of a span that was asked for its ends are compared, otherwise the last two years.
  const last = years.at(-1);
  const before = years.length < 2 ? undefined : time ? years[0] : years.at(-2);
  if (last === undefined)
    return (
      <section>
        <h2>{place.name}</h2>
        <p>{t("donor.report.nothing")}</p>
      </section>
    );
  const shared = { path, base, selection, address, api: ownPath("world") };
  const rows = before === undefined ? [] : fundedRows(place.rows, [before, last], base);
  const named = (direction: "rose" | "fell" | "open") =>
    rows.filter(({ difference }) => directionIn(difference) === direction).map(({ label }) => label);
  const title = before === undefined ? "" : t("funded.chart", { place: place.name, from: before, to: last });
  return (
    <section>
      <h2>{place.name}</h2>
      {before !== undefined && (
        <>
          <ul class="findings">
            {(["fell", "rose", "open"] as const).map((direction) => (
              <li key={direction}>
                <b>{t(`change.finding.${direction}`, { count: named(direction).length })}</b>{" "}
                {named(direction).length > 0 ? list(named(direction)) : t("funded.finding.none")}
              </li>
            ))}
          </ul>
          <p>{t("funded.others", { from: before, to: last })}</p>
          <FundedFigure {...shared} title={title} place={place.name} rows={rows} />
        </>
      )}
      <FundedYears {...shared} place={place} years={[years[0] ?? last, last]} />
    </section>
  );
}
