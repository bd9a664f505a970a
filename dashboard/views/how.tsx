import { countryOptions, yearOptions } from "../components/choices.ts";
import { useSurroundings } from "../components/context.ts";
import { Choice, Filters } from "../components/filters.tsx";
import { HowTables } from "../components/how-tables.tsx";
import { ReleaseLine } from "../components/notes.tsx";
import { NotPublic } from "../components/states.tsx";
import { yearsOf } from "../state/base.ts";
import { actionsSheet, besideSheet, contributionsSheet } from "../state/how/actions.ts";
import { capacitiesSheet, capacityGapsSheet } from "../state/how/capacities.ts";
import { besidePressureSheet, pressureSheet } from "../state/how/pressure.ts";
import { grantsSheet, reachSheet } from "../state/how/reach.ts";
import { networkSheet, tieChangesSheet, tiesSheet } from "../state/how/ties.ts";
import { voicesSheet } from "../state/how/voices.ts";
import { everything, writeSelection } from "../state/selection.ts";
import type { View, ViewProps } from "../state/view.ts";

const path = "/how";
const tabs = ["chart"];

/** How results come about: actions, capacities, ties, panels, pressure and reach, for managers. */
export const how: View = {
  name: "how",
  path,
  nav: null,
  tabs,
  needs: () => [],
  title: ({ translator }) => translator.t("how.title"),
  description: ({ translator }) => translator.t("how.lead"),
  Body: How,
};

function How(props: ViewProps) {
  const { base, selection, translator } = props;
  const { t } = translator;
  const { session } = useSurroundings();
  const years = yearsOf(base) ?? [0, 0];
  return (
    <>
      <div class="intro">
        <div>
          <h1 tabIndex={-1}>{t("how.title")}</h1>
          <p class="lead">{t("how.lead")}</p>
        </div>
        <ReleaseLine base={base} years={years} />
      </div>
      {session?.role === "manager" ? (
        <>
          <Filters base={base} path={path} tabs={tabs} selection={selection} offers={["country", "time"]}>
            <Choice
              name="country"
              label={t("how.col.country")}
              value={selection.country[0] ?? ""}
              options={[{ value: "", label: t("how.every-place") }, ...countryOptions(base)]}
            />
            <Choice
              name="time"
              label={t("filter.year")}
              value={`${selection.time?.[1] ?? years[1]}`}
              options={yearOptions(base)}
            />
          </Filters>
          <Tables {...props} />
        </>
      ) : (
        <NotPublic
          title={t("forbidden.sign-in")}
          text={t("how.restricted")}
          links={[
            { href: `/outcomes${writeSelection({ ...everything, lang: selection.lang })}`, label: t("nav.outcomes") },
          ]}
        />
      )}
    </>
  );
}

function Tables({ base, selection, translator }: ViewProps) {
  const words = { base, translator };
  const year = selection.time?.[1] ?? yearsOf(base)?.[1];
  // Where nothing is public yet no year is known, and every year within reach is shown.
  const time = year === undefined ? [] : [`time=${year}`];
  const country = selection.country.length > 0 ? [`country=${selection.country.join("~")}`] : [];
  const asked = [...time, ...country].join("&");
  return (
    <>
      <HowTables
        name="actions"
        api={`/v1/actions?${asked}`}
        tables={[
          { title: "how.actions", note: "how.actions.note", sheet: (answer) => actionsSheet(answer, words) },
          {
            title: "how.contributions",
            note: "how.contributions.note",
            sheet: (answer) => contributionsSheet(answer, words),
          },
          { title: "how.beside", note: "how.beside.note", sheet: (answer) => besideSheet(answer, words) },
        ]}
      />
      <HowTables
        name="capacities"
        api={`/v1/capacities?${asked}`}
        tables={[
          { title: "how.capacities", note: "how.capacities.note", sheet: (answer) => capacitiesSheet(answer, words) },
          { title: "how.gaps", note: "how.gaps.note", sheet: (answer) => capacityGapsSheet(answer, words) },
        ]}
      />
      <HowTables
        name="ties"
        api={`/v1/ties?${asked}`}
        tables={[
          { title: "how.ties", note: "how.ties.note", sheet: (answer) => tiesSheet(answer, words) },
          { title: "how.tie-changes", note: "how.tie-changes.note", sheet: (answer) => tieChangesSheet(answer, words) },
          { title: "how.network", note: "how.network.note", sheet: (answer) => networkSheet(answer, words) },
        ]}
      />
      <HowTables
        name="voices"
        api={`/v1/voices?${asked}`}
        tables={[{ title: "how.voices", note: "how.voices.note", sheet: (answer) => voicesSheet(answer, words) }]}
      />
      <HowTables
        name="pressure"
        api={`/v1/pressure?${asked}`}
        tables={[
          { title: "how.pressure", note: "how.pressure.note", sheet: (answer) => pressureSheet(answer, words) },
          {
            title: "how.beside-pressure",
            note: "how.beside-pressure.note",
            sheet: (answer) => besidePressureSheet(answer, words),
          },
        ]}
      />
      <HowTables
        name="reach"
        api={`/v1/reach?${asked}`}
        tables={[
          { title: "how.reach", note: "how.reach.note", sheet: (answer) => reachSheet(answer, words) },
          { title: "how.grants", note: "how.grants.note", sheet: (answer) => grantsSheet(answer, words) },
        ]}
      />
    </>
  );
}
