import type { Outcome } from "@trama/api/contract";
import { type Base, countriesByName, regionsByName } from "../state/base.ts";
import { useSurroundings } from "./context.ts";

/** Outcome statements that people cleared, in their own words, good and bad alike, with what is known of each. */
export function OutcomesList({ outcomes, base }: { outcomes: readonly Outcome[]; base: Base }) {
  const { t } = useSurroundings().translator;
  if (outcomes.length === 0) return <p class="quiet">{t("outcomes.none")}</p>;
  return (
    <ul class="findings" data-testid="outcomes">
      {outcomes.map((one) => (
        <li key={one.statement} data-direction={one.direction}>
          <b>{one.who ?? t("outcomes.somebody")}</b> {one.what}
          {one.significance && ` ${t("outcomes.significance", { words: one.significance })}`}
          <br />
          <span class="quiet">
            <About one={one} base={base} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function About({ one, base }: { one: Outcome; base: Base }) {
  const { t } = useSurroundings().translator;
  const result = base.framework.results.find(({ code }) => code === one.result);
  const parts = [
    t(`outcomes.${one.direction as "positive" | "negative" | "mixed"}`),
    one.intended === null ? null : t(one.intended ? "outcomes.intended" : "outcomes.unintended"),
    result ? `${result.code} ${result.label}` : null,
    placeOf(one, base) ?? t("outcomes.anywhere"),
    one.year === null ? null : `${one.year}`,
    t(
      one.substantiated === null
        ? "outcomes.unknown"
        : one.substantiated
          ? "outcomes.substantiated"
          : "outcomes.unsubstantiated",
    ),
    t("outcomes.contribution", {
      collective: one.contribution_collective ?? "–",
      pi: one.contribution_pi ?? "–",
      others: one.contribution_others ?? "–",
    }),
  ];
  return <>{parts.filter((part) => part !== null).join(" · ")}</>;
}

function placeOf({ country, region }: Outcome, base: Base): string | null {
  if (country !== null) return countriesByName(base).find(({ code }) => code === country)?.name ?? country;
  if (region !== null) return regionsByName(base).find(({ code }) => code === region)?.name ?? region;
  return null;
}
