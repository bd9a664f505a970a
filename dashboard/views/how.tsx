import { countryOptions, yearOptions } from "../components/choices.ts";
import { useSurroundings } from "../components/context.ts";
import { Choice, Filters } from "../components/filters.tsx";
import { actionsParts } from "../components/how/actions-parts.tsx";
import { capacitiesParts } from "../components/how/capacities-parts.tsx";
import { pressureParts, pressureYearsParts } from "../components/how/pressure-parts.tsx";
import { reachParts } from "../components/how/reach-parts.tsx";
import { HowSection } from "../components/how/section.tsx";
import { tiesParts } from "../components/how/ties-parts.tsx";
import { TraitsFigure } from "../components/how/traits-figure.tsx";
import { voicesParts } from "../components/how/voices-parts.tsx";
import { Notes, ReleaseLine } from "../components/notes.tsx";
import { yearsOf } from "../state/base.ts";
import { traitsPath } from "../state/how/traits.ts";
import { everything, writeSelection } from "../state/selection.ts";
import type { View, ViewProps } from "../state/view.ts";

const path = "/how";
const tabs = ["chart", "table"];

/**
 * How results come about. For everybody: which share of collectives takes which actions, has which capacities and ties,
 * and is under pressure. For managers: all that was filed of it, exactly, with panels and reach.
 */
export const how: View = {
  name: "how",
  path,
  nav: null,
  tabs,
  needs: ({ base, selection }) => {
    const year = yearOf({ base, selection });
    return year === null ? [] : [traitsPath("world", year), traitsPath(selection.by, year)];
  },
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
          <Sections {...props} />
        </>
      ) : (
        <ForEverybody {...props} />
      )}
    </>
  );
}

function ForEverybody({ base, selection, translator, answer, address }: ViewProps) {
  const { t } = translator;
  const year = yearOf({ base, selection });
  if (year === null)
    return (
      <p class="notice" data-testid="nothing">
        {t("compare.nothing")}
      </p>
    );
  const api = traitsPath(selection.by, year);
  return (
    <>
      <Filters base={base} path={path} tabs={tabs} selection={selection} offers={["by", "time"]}>
        <Choice
          name="by"
          label={t("filter.by")}
          value={selection.by}
          options={(["country", "region"] as const).map((value) => ({ value, label: t(`filter.by.${value}`) }))}
        />
        <Choice name="time" label={t("filter.year")} value={`${year}`} options={yearOptions(base)} />
      </Filters>
      <TraitsFigure
        base={base}
        selection={selection}
        address={address}
        answers={[answer(traitsPath("world", year)), answer(api)]}
        year={year}
        api={api}
      />
      <p data-testid="traits-restricted">
        {t("traits.restricted")}{" "}
        <a href={`/outcomes${writeSelection({ ...everything, lang: selection.lang })}`}>{t("nav.outcomes")}</a>
      </p>
      <Notes base={base} title={t("traits.chart", { year })} address={address} parts={["not"]} />
    </>
  );
}

function yearOf({ base, selection }: Pick<ViewProps, "base" | "selection">): number | null {
  return selection.time?.[1] ?? yearsOf(base)?.[1] ?? null;
}

function Sections({ base, selection, address }: ViewProps) {
  const year = selection.time?.[1] ?? yearsOf(base)?.[1];
  // Where nothing is public yet no year is known, and every year within reach is shown.
  const time = year === undefined ? [] : [`time=${year}`];
  const country = selection.country.length > 0 ? [`country=${selection.country.join("~")}`] : [];
  const asked = [...time, ...country].join("&");
  const shared = { base, selection, address };
  return (
    <>
      <HowSection {...shared} name="actions" api={`/v1/actions?${asked}`} parts={actionsParts} />
      <HowSection {...shared} name="capacities" api={`/v1/capacities?${asked}`} parts={capacitiesParts} />
      <HowSection {...shared} name="ties" api={`/v1/ties?${asked}`} parts={tiesParts} />
      <HowSection {...shared} name="voices" api={`/v1/voices?${asked}`} parts={voicesParts} />
      <HowSection
        {...shared}
        name="pressure-years"
        api={`/v1/pressure?${country.join("&")}`}
        parts={pressureYearsParts}
      />
      <HowSection {...shared} name="pressure" api={`/v1/pressure?${asked}`} parts={pressureParts} />
      <HowSection {...shared} name="reach" api={`/v1/reach?${asked}`} parts={reachParts} />
    </>
  );
}
