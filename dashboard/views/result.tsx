import { resultChoices, yearOptions } from "../components/choices.ts";
import { ClassFigure } from "../components/class-figure.tsx";
import { Choice, Filters } from "../components/filters.tsx";
import { Notes, ReleaseLine } from "../components/notes.tsx";
import { OutcomesList } from "../components/outcomes-list.tsx";
import { Unknown } from "../components/states.tsx";
import { TrendFigure } from "../components/trend-figure.tsx";
import { type Base, resultGroups, yearsOf } from "../state/base.ts";
import { cellsPath, distributionPath, outcomesPath } from "../state/requests.ts";
import { rowsOf } from "../state/rows.ts";
import { everything, type Selection, writeSelection } from "../state/selection.ts";
import type { View, ViewProps } from "../state/view.ts";

const tabs = ["chart", "table"];

/** One result: what it means, how its scores are spread, how it went over the years. */
export const result: View = {
  name: "result",
  path: "/result/:code",
  nav: null,
  tabs,
  needs: ({ base, selection, code }) =>
    find(base, code) && yearsOf(base) ? Object.values(pathsOf(base, selection, code!.toUpperCase())) : [],
  title: ({ base, code, translator }) =>
    find(base, code)?.label ?? translator.t("result.unknown", { code: code ?? "" }),
  description: ({ base, code, translator }) => find(base, code)?.definition ?? translator.t("app.tagline"),
  Body: Result,
};

function Result(props: ViewProps) {
  const { base, selection, code, translator, answer, address } = props;
  const { t } = translator;
  const item = find(base, code);
  const years = yearsOf(base);
  if (!item || !years)
    return (
      <Unknown
        title={t("result.unknown", { code: code ?? "" })}
        links={base.framework.results.map(({ code, label }) => ({
          href: `/result/${code}`,
          label: `${code} ${label}`,
        }))}
        lang={selection.lang}
      />
    );
  const path = `/result/${item.code}`;
  const api = pathsOf(base, selection, item.code);
  const [from, to] = selection.time ?? years;
  const group = resultGroups(base).find(({ results }) => results.includes(item))?.label ?? "";
  const told = answer(api.framework).results.find(({ code }) => code === item.code);
  const common = { result: item, path, base, selection, address };
  return (
    <>
      <div class="intro">
        <div>
          <p class="kicker">
            {item.code} · {group}
          </p>
          <h1 tabIndex={-1}>{item.label}</h1>
          <p class="lead">{item.definition}</p>
        </div>
        <ReleaseLine base={base} years={years} />
      </div>
      <section class="sheet" aria-labelledby="scale" data-testid="reference">
        <div>
          <h2 id="scale">{t("result.scale")}</h2>
          <ol class="anchors" start={0}>
            {told?.anchors?.map((anchor, score) => (
              <li key={anchor} value={score} data-in-place={score >= 3 ? "" : undefined}>
                <b class={`tone tone-${score}`}>{score}</b> <span>{anchor}</span>
              </li>
            ))}
          </ol>
          <p class="quiet">{t("result.in-place")}</p>
        </div>
        <div>
          <h2>{t("result.verification")}</h2>
          <ul>
            {told?.verification?.map((means) => (
              <li key={means}>{means}</li>
            ))}
          </ul>
          <Linked {...props} item={item} />
        </div>
      </section>
      <Filters base={base} path={path} tabs={tabs} selection={selection} offers={["by", "time"]}>
        <Choice
          name="by"
          label={t("filter.by")}
          value={selection.by}
          options={(["country", "region"] as const).map((value) => ({ value, label: t(`filter.by.${value}`) }))}
        />
        <Choice name="from" label={t("filter.from")} value={`${from}`} options={yearOptions(base)} />
        <Choice name="to" label={t("filter.to")} value={`${to}`} options={yearOptions(base)} />
      </Filters>
      <ClassFigure {...common} answer={answer(api.spread)} year={to} api={api.spread} />
      <TrendFigure
        {...common}
        all={rowsOf(answer(api.cells).cells, selection.by, base)}
        regions={selection.by === "country" ? rowsOf(answer(api.regions).cells, "region", base) : []}
        years={[from, to]}
        api={api.cells}
      />
      <section aria-labelledby="outcomes">
        <h2 id="outcomes">{t("outcomes.of-result")}</h2>
        <OutcomesList outcomes={answer(api.outcomes).outcomes} base={base} />
      </section>
      <p class="onward">
        <a href={`/change${writeSelection({ ...everything, result: [item.code], lang: selection.lang })}`}>
          {t("result.to-change")}
        </a>
        <a href={`/compare${writeSelection({ ...everything, result: [item.code], tab: "map", lang: selection.lang })}`}>
          {t("result.to-map")}
        </a>
      </p>
      <nav class="others" aria-label={t("result.others")}>
        <h2>{t("result.others")}</h2>
        {resultChoices(base, translator)
          .slice(0, -1)
          .map(({ label, options }) => (
            <section key={label}>
              <h3>{label}</h3>
              <ul>
                {options.map((option) => (
                  <li key={option.value}>
                    <a
                      href={`/result/${option.value}${writeSelection({ ...everything, lang: selection.lang })}`}
                      aria-current={option.value === item.code ? "page" : undefined}
                    >
                      {option.label}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </nav>
      <Notes
        base={base}
        title={item.label}
        address={address}
        parts={["share", "classes", "interval", "not", "withheld"]}
      />
    </>
  );
}

/** The actions and capacities that the framework links to the result. */
function Linked({ base, translator: { t }, item }: ViewProps & { item: Base["framework"]["results"][number] }) {
  const { actions, capacities } = base.framework;
  const named = (list: typeof actions, codes: readonly string[]) => list.filter(({ code }) => codes.includes(code));
  const groups = [
    { title: t("result.actions"), items: named(actions, item.links.actions) },
    { title: t("result.capacities"), items: named(capacities, item.links.capacities) },
  ].filter(({ items }) => items.length > 0);
  return (
    <>
      {groups.map(({ title, items }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul>
            {items.map(({ code, label }) => (
              <li key={code}>{label}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function find({ framework }: Base, code: string | null) {
  return framework.results.find((item) => item.code === code?.toUpperCase());
}

function pathsOf(base: Base, selection: Selection, code: string) {
  const [from, to] = selection.time ?? yearsOf(base)!;
  const asked = { ...everything, by: selection.by, result: [code] };
  return {
    cells: cellsPath(asked, [from, to]),
    regions: cellsPath({ ...asked, by: "region" }, [from, to]),
    spread: distributionPath(asked, [to, to]),
    outcomes: outcomesPath({ ...everything, result: [code] }),
    framework: `/v1/framework?lang=${base.lang}&item=${code}` as const,
  };
}
