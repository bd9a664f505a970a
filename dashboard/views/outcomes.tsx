import { countryOptions, resultChoices } from "../components/choices.ts";
import { useSurroundings } from "../components/context.ts";
import { Choice, Filters } from "../components/filters.tsx";
import { Notes, ReleaseLine } from "../components/notes.tsx";
import { OutcomesList } from "../components/outcomes-list.tsx";
import { OwnOutcomes } from "../components/own-outcomes.tsx";
import { yearsOf } from "../state/base.ts";
import { outcomesPath } from "../state/requests.ts";
import type { View, ViewProps } from "../state/view.ts";

const path = "/outcomes";
const tabs = ["chart"];

/** What somebody does differently, for better or worse, in words that people cleared. */
export const outcomes: View = {
  name: "outcomes",
  path,
  nav: "nav.outcomes",
  tabs,
  needs: ({ selection }) => [outcomesPath(selection)],
  title: ({ translator }) => translator.t("outcomes.title"),
  description: ({ translator }) => translator.t("outcomes.lead"),
  Body: Outcomes,
};

function Outcomes({ base, selection, translator, answer, address }: ViewProps) {
  const { t } = translator;
  const { session } = useSurroundings();
  const title = t("outcomes.title");
  const api = outcomesPath(selection);
  return (
    <>
      <div class="intro">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p class="lead">{t("outcomes.lead")}</p>
        </div>
        <ReleaseLine base={base} years={yearsOf(base) ?? [0, 0]} />
      </div>
      <Filters base={base} path={path} tabs={tabs} selection={selection} offers={["result", "country"]}>
        <Choice
          name="result"
          label={t("filter.result")}
          value={selection.result[0] ?? ""}
          options={[{ value: "", label: t("outcomes.every-result") }]}
          groups={resultChoices(base, translator).slice(0, -1)}
        />
        <Choice
          name="country"
          label={t("table.place.country")}
          value={selection.country[0] ?? ""}
          options={[{ value: "", label: t("outcomes.every-place") }, ...countryOptions(base)]}
        />
      </Filters>
      <section>
        <OutcomesList outcomes={answer(api).outcomes} base={base} />
        <p class="quiet">
          {t("outcomes.places")}{" "}
          <a href={`${api}${api.includes("?") ? "&" : "?"}format=csv`} data-plain>
            CSV
          </a>
        </p>
      </section>
      {session?.role === "manager" && <OwnOutcomes />}
      <Notes base={base} title={title} address={address} parts={["not"]} />
    </>
  );
}
