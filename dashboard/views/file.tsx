import type { FiledReport, ProblemDetails } from "@trama/api/contract";
import { useState } from "preact/hooks";
import { fileReport, type Stage } from "../client/filing.ts";
import { ProblemNote } from "../components/account.tsx";
import { useSurroundings } from "../components/context.ts";
import { Fetched } from "../components/fetched.tsx";
import { FiledOutcome } from "../components/filed-outcome.tsx";
import { NotPublic } from "../components/states.tsx";
import { useFetched } from "../components/use-fetched.ts";
import { everything, writeSelection } from "../state/selection.ts";
import type { View, ViewProps } from "../state/view.ts";

/** File a report: drop it, watch it go through, mend what was not accepted. */
export const file: View = {
  name: "file",
  path: "/file",
  nav: null,
  tabs: ["chart"],
  needs: () => [],
  title: ({ translator }) => translator.t("file.title"),
  description: ({ translator }) => translator.t("file.lead"),
  Body: FileView,
};

function FileView({ selection, translator: { t } }: ViewProps) {
  const { session } = useSurroundings();
  const may = session?.role === "manager" || session?.role === "admin";
  return (
    <>
      <div class="intro">
        <div>
          <h1 tabIndex={-1}>{t("file.title")}</h1>
          <p class="lead">{t("file.lead")}</p>
        </div>
      </div>
      {may ? (
        <Filing />
      ) : (
        <NotPublic
          title={t("forbidden.sign-in")}
          text={t("file.restricted")}
          links={[
            {
              href: `/sign-in${writeSelection({ ...everything, lang: selection.lang })}`,
              label: t("account.sign-in"),
            },
          ]}
        />
      )}
    </>
  );
}

/** One report after another, each with what came of it, the latest first. */
function Filing() {
  const { translator } = useSurroundings();
  const { t, date } = translator;
  const [dryRun, setDryRun] = useState(false);
  const [under, setUnder] = useState<{ name: string; stage: Stage } | null>(null);
  const [problem, setProblem] = useState<ProblemDetails | null>(null);
  const [done, setDone] = useState<readonly { name: string; report: FiledReport }[]>([]);
  const [over, setOver] = useState(false);
  const before = useFetched("/v1/reports");
  const take = async (files: readonly File[]) => {
    setOver(false);
    setProblem(null);
    for (const file of files) {
      const { name } = file;
      const outcome = await fileReport(file, { dryRun }, (stage) => setUnder({ name, stage }));
      if (outcome.kind === "refused") setProblem(outcome.problem);
      else setDone((all) => [{ name, report: outcome.value }, ...all]);
    }
    setUnder(null);
    before.again();
  };
  return (
    <div class="work">
      <label
        class="drop"
        data-over={over ? "" : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          void take([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <b>{t("file.drop")}</b>
        <span>{t("file.kinds")}</span>
        <input
          type="file"
          multiple
          disabled={under !== null}
          data-testid="report"
          onChange={(event) => {
            const input = event.currentTarget;
            void take([...(input.files ?? [])]).then(() => {
              input.value = "";
            });
          }}
        />
      </label>
      <label class="tick">
        <input type="checkbox" checked={dryRun} onChange={(event) => setDryRun(event.currentTarget.checked)} />
        {t("file.try")}
      </label>
      <p role="status" data-testid="stage">
        {under && <Progress {...under} />}
      </p>
      {problem && <ProblemNote problem={problem} />}
      {done.map(({ name, report }) => (
        <FiledOutcome key={report.id} name={name} report={report} />
      ))}
      <p class="quiet">{t("file.template")}</p>
      <h2>{t("file.before")}</h2>
      <Fetched found={before}>
        {({ reports }) => (
          <ul class="facts">
            {reports.slice(0, 10).map(({ id, sent_at, status, workbook }) => (
              <li key={id}>
                {date(sent_at)} · {id.slice(0, 8)} ·{" "}
                {t(status === "done" || status === "refused" ? "file.state.done" : "file.stage.working")}
                {workbook && (
                  <>
                    {" · "}
                    <a href={workbook} data-plain>
                      {t("file.workbook")}
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </Fetched>
    </div>
  );
}

function Progress({ name, stage }: { name: string; stage: Stage }) {
  const { t } = useSurroundings().translator;
  switch (stage.kind) {
    case "sending":
      return (
        <>
          {t("file.sending", { name, percent: stage.percent })}{" "}
          <progress max={100} value={stage.percent} aria-label={name} />
        </>
      );
    case "waiting":
      return <>{t("file.stage", { name, stage: t("file.stage.waiting") })}</>;
    case "working":
      return (
        <>
          {t("file.stage", { name, stage: t("file.stage.working") })} <progress aria-label={name} />
        </>
      );
  }
}
