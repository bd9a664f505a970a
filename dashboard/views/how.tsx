import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { countryOptions, yearOptions } from "../components/choices.ts";
import { useSurroundings } from "../components/context.ts";
import { Choice, Filters } from "../components/filters.tsx";
import { TraitsFigure } from "../components/how/traits-figure.tsx";
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

/** What managers see, loaded when one of them does: readers have no use for it. */
function Sections(props: ViewProps) {
  const { t } = props.translator;
  const [Loaded, show] = useState<ComponentType<ViewProps> | null>(null);
  const [failed, fail] = useState(false);
  useEffect(() => {
    import("../components/how/sections.tsx").then(
      ({ HowSections }) => show(() => HowSections),
      () => fail(true),
    );
  }, []);
  if (Loaded) return <Loaded {...props} />;
  return failed ? (
    <p class="notice" role="alert">
      {t("error.unreachable")}
    </p>
  ) : (
    <p class="quiet" data-loading>
      {t("app.loading")}
    </p>
  );
}
