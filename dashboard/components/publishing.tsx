import type { DraftAnswer, ProblemDetails, Published } from "@trama/api/contract";
import { useId, useState } from "preact/hooks";
import { ask } from "../client/session.ts";
import type { Translator } from "../locales/translate.ts";
import { type Base, countriesByName } from "../state/base.ts";
import type { Sheet } from "../state/sheet.ts";
import { ProblemNote } from "./account.tsx";
import { useSurroundings } from "./context.ts";
import { Fetched } from "./fetched.tsx";
import { SheetTable } from "./sheet-table.tsx";
import { useFetched } from "./use-fetched.ts";

/** What the next release would change within the manager's reach; worked out when it is asked for. */
export function Draft({ base }: { base: Base }) {
  const { translator } = useSurroundings();
  const { t } = translator;
  const [wanted, setWanted] = useState(false);
  const found = useFetched(wanted ? "/v1/draft" : null);
  return (
    <section aria-labelledby="draft" data-testid="draft">
      <h2 id="draft">{t("review.draft")}</h2>
      {!wanted ? (
        <button type="button" class="plain-button" onClick={() => setWanted(true)}>
          {t("review.draft.show")}
        </button>
      ) : (
        <Fetched found={found}>
          {(draft) => (
            <>
              <p>{t("review.draft.reports", { count: draft.reports.length, waiting: draft.waiting })}</p>
              <p data-testid="draft-figures">
                {t("review.draft.figures", { next: draft.figures.next, changed: draft.figures.changed })}
              </p>
              {draft.differences.length > 0 && (
                <SheetTable title={t("review.draft.table")} sheet={sheetOf(draft, base, translator)} />
              )}
            </>
          )}
        </Fetched>
      )}
    </section>
  );
}

function sheetOf({ differences }: DraftAnswer, base: Base, { t }: Translator): Sheet {
  const places = new Map(countriesByName(base).map(({ code, name }) => [code, name]));
  const results = new Map(base.framework.results.map(({ code, short }) => [code, short]));
  const figure = (found: { n: number; k: number } | null) => (found ? `${found.k} / ${found.n}` : "–");
  return {
    columns: [
      { label: t("table.place.place") },
      { label: t("table.result") },
      { label: t("table.year"), number: true },
      { label: t("review.draft.before"), number: true },
      { label: t("review.draft.after"), number: true },
    ],
    rows: differences.map(({ result, country, project, year, before, after }) => ({
      key: `${result} ${country} ${project} ${year}`,
      kind: "value",
      cells: [
        country ? (places.get(country) ?? country) : (project ?? "–"),
        results.get(result) ?? result,
        `${year}`,
        figure(before),
        figure(after),
      ],
      data: [],
    })),
    header: [],
  };
}

/** Publishing: a note for readers, then a minute or more of deriving, protecting and attacking. */
export function Publishing() {
  const { translator, retry } = useSurroundings();
  const { t } = translator;
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [published, setPublished] = useState<Published | null>(null);
  const [problem, setProblem] = useState<ProblemDetails | null>(null);
  const id = useId();
  return (
    <section aria-labelledby="publish" data-testid="publish">
      <h2 id="publish">{t("review.publish")}</h2>
      <p>{t("review.publish.lead")}</p>
      <form
        method="post"
        onSubmit={async (event) => {
          event.preventDefault();
          setBusy(true);
          setProblem(null);
          const done = await ask("POST", "/v1/releases", { note: note.trim() || null });
          setBusy(false);
          if (done.kind === "refused") return setProblem(done.problem);
          setPublished(done.value);
          retry();
        }}
      >
        <label for={id}>{t("review.note")}</label>
        <input
          id={id}
          type="text"
          value={note}
          maxLength={2000}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
        <p>
          <button type="submit" class="strong-button" disabled={busy}>
            {t("review.publish.button")}
          </button>
        </p>
      </form>
      <p role="status" data-testid="published">
        {busy && t("review.publishing")}
        {published && t("review.published", { release: published.release })}
      </p>
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}
