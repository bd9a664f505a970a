import type { OwnOutcome } from "@trama/api/contract";
import { useState } from "preact/hooks";
import { ask } from "../client/session.ts";
import type { Translator } from "../locales/translate.ts";
import { ProblemNote } from "./account.tsx";
import { useSurroundings } from "./context.ts";
import { Fetched } from "./fetched.tsx";
import { useFetched } from "./use-fetched.ts";

const columns = [
  ...(["project", "outcome", "year", "result", "direction", "intended", "what", "confirmed", "public"] as const),
];

/** Every outcome statement in a manager's reach, and whether everybody may read it: a cleared one can be taken back. */
export function OwnOutcomes() {
  const { t } = useSurroundings().translator;
  const found = useFetched("/v1/outcomes/own");
  return (
    <section data-testid="own-outcomes">
      <h2>{t("outcomes.own.title")}</h2>
      <p>{t("outcomes.own.lead")}</p>
      <Fetched found={found}>
        {({ outcomes }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <section class="scroll" tabIndex={0} aria-label={`${t("table.scroll")}: ${t("outcomes.own.title")}`}>
            <table class="figures">
              <caption>{t("outcomes.own.title")}</caption>
              <thead>
                <tr>
                  {columns.map((id) => (
                    <th key={id} scope="col">
                      {t(`outcomes.own.${id}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {outcomes.map((one) => (
                  <Line key={one.statement} one={one} />
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Fetched>
    </section>
  );
}

function Line({ one }: { one: OwnOutcome }) {
  const { t } = useSurroundings().translator;
  return (
    <tr>
      <th scope="row">{one.project}</th>
      <td>{one.outcome}</td>
      <td>{one.year}</td>
      <td>{one.result ?? "–"}</td>
      <td>{t(`outcomes.${one.direction as "positive" | "negative" | "mixed"}`)}</td>
      <td>{one.intended === null ? "–" : t(one.intended ? "outcomes.own.yes" : "outcomes.own.no")}</td>
      <td>{one.what ?? t("outcomes.own.held")}</td>
      <td>{confirmed(one, t)}</td>
      <td>
        <Clearance one={one} />
      </td>
    </tr>
  );
}

/** Whether somebody independent confirmed it, and what kind of actor that was. */
function confirmed({ substantiated, substantiator }: OwnOutcome, t: Translator["t"]): string {
  if (substantiated === null) return "–";
  if (!substantiated) return t("outcomes.own.no");
  return substantiator === null
    ? t("outcomes.own.yes")
    : t(`outcomes.own.by.${substantiator as "organisation" | "authority"}`);
}

/** What was decided, and the way to change it: clearing is done where the words are shown, taking back here. */
function Clearance({ one }: { one: OwnOutcome }) {
  const { t } = useSurroundings().translator;
  const [taken, setTaken] = useState(false);
  const [problem, setProblem] = useState<Parameters<typeof ProblemNote>[0]["problem"] | null>(null);
  const takeBack = async () => {
    const path = `/v1/review/${encodeURIComponent(one.statement)}` as const;
    const done = await ask("POST", path, { decision: "refused", reason: null });
    if (done.kind === "refused") setProblem(done.problem);
    else setTaken(true);
  };
  if (taken) return <span role="status">{t("outcomes.own.taken-back")}</span>;
  if (one.decision === null) return <a href="/review">{t("outcomes.own.waits")}</a>;
  if (one.decision !== "cleared") return <>{t("outcomes.own.refused")}</>;
  return (
    <>
      {t("outcomes.own.cleared")}{" "}
      <button type="button" class="plain-button" onClick={() => void takeBack()}>
        {t("outcomes.own.take-back")}
      </button>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
