import type { Held, ProblemDetails } from "@trama/api/contract";
import { useId, useState } from "preact/hooks";
import { ask, readOwn } from "../client/session.ts";
import { ProblemNote } from "./account.tsx";
import { useSurroundings } from "./context.ts";

type HeldDecision = "released" | "refused" | "cleared";

/** One thing that waits for a person: where it stood, its words on request, and the decision with its reason. */
export function HeldItem({ held }: { held: Held }) {
  const { t } = useSurroundings().translator;
  const [words, setWords] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [decided, setDecided] = useState<HeldDecision | null>(null);
  const [problem, setProblem] = useState<ProblemDetails | null>(null);
  const id = useId();
  const path = `/v1/review/${encodeURIComponent(held.held)}` as const;
  const show = async () => {
    const found = await readOwn(path);
    if (found.kind === "done") setWords(found.value.words);
    else setProblem(found.problem);
  };
  const decide = async (decision: HeldDecision) => {
    const done = await ask("POST", path, { decision, reason: reason.trim() || null });
    if (done.kind === "refused") return setProblem(done.problem);
    setDecided(decision);
  };
  const yes = held.kind === "statement" ? "cleared" : "released";
  const about = [held.kind, held.rule, held.column, held.collective, held.indicator, held.period].filter(Boolean);
  return (
    <li class="held" data-testid="held">
      <p>
        <b>{t("review.where", { name: held.name, sheet: held.sheet, row: held.row })}</b>
        <br />
        <span class="quiet">{about.join(" · ")}</span>
      </p>
      {words === null ? (
        <button type="button" class="plain-button" onClick={() => void show()}>
          {t("review.show")}
        </button>
      ) : (
        <blockquote aria-label={t("review.words")}>{words}</blockquote>
      )}
      {decided ? (
        <p role="status">{t(`review.decided.${decided}`)}</p>
      ) : (
        <>
          {yes === "cleared" && <p class="quiet">{t("review.statement")}</p>}
          <label for={id}>{t("review.reason")}</label>
          <input
            id={id}
            type="text"
            value={reason}
            maxLength={2000}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
          <p>
            <button type="button" class="strong-button" onClick={() => void decide(yes)}>
              {t(yes === "cleared" ? "review.clear" : "review.release")}
            </button>{" "}
            <button type="button" class="plain-button" onClick={() => void decide("refused")}>
              {t("review.refuse")}
            </button>
          </p>
        </>
      )}
      {problem && <ProblemNote problem={problem} />}
    </li>
  );
}
