import type { ProgressAnswer } from "@trama/api/contract";
import { useMemo } from "preact/hooks";
import { useSurroundings } from "../components/context.ts";
import { Fetched } from "../components/fetched.tsx";
import { ProgressFigure } from "../components/progress-figure.tsx";
import { NotPublic } from "../components/states.tsx";
import { useFetched } from "../components/use-fetched.ts";
import { ownersOf, progressRows } from "../state/progress.ts";
import { everything, writeSelection } from "../state/selection.ts";
import type { View, ViewProps } from "../state/view.ts";

const path = "/progress";
const api = "/v1/progress";

/** Whether funded collectives are getting there: for managers and donors; others are told why, and what they can see. */
export const progress: View = {
  name: "progress",
  path,
  nav: "nav.progress",
  tabs: ["chart", "table"],
  needs: () => [],
  title: ({ translator }) => translator.t("progress.title"),
  description: ({ translator }) => translator.t("progress.description"),
  Body: Progress,
};

function Progress(props: ViewProps) {
  const { t } = props.translator;
  const { session } = useSurroundings();
  const sees = session?.role === "manager" || session?.role === "donor";
  return (
    <>
      <div class="intro">
        <div>
          <h1 tabIndex={-1}>{t("progress.title")}</h1>
          <p class="lead">{t("progress.lead")}</p>
        </div>
      </div>
      {session?.role === "donor" && (
        <p>
          <a href={`/funded${writeSelection({ ...everything, lang: props.selection.lang })}`}>{t("funded.title")}</a>
        </p>
      )}
      {sees ? <Own {...props} /> : <Others {...props} />}
      <section class="prose-block" aria-labelledby="holds">
        <h2 id="holds">{t("progress.holds.title")}</h2>
        <ul>
          {(["baseline", "shares", "targets", "actions"] as const).map((part) => (
            <li key={part}>{t(`progress.holds.${part}`)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Others({ selection, translator: { t } }: ViewProps) {
  const carried = { ...everything, lang: selection.lang };
  return (
    <NotPublic
      title={t("progress.restricted.title")}
      text={t("progress.restricted.text")}
      links={[
        { href: `/sign-in${writeSelection(carried)}`, label: t("account.sign-in") },
        { href: `/change${writeSelection(carried)}`, label: t("progress.instead.change") },
        { href: `/compare${writeSelection({ ...carried, by: "region" })}`, label: t("progress.instead.compare") },
      ]}
    />
  );
}

function Own(props: ViewProps) {
  const found = useFetched(api);
  return <Fetched found={found}>{(answer) => <Chosen {...props} found={answer} />}</Fetched>;
}

/** One project or grant at a time; the address names it, so that it can be linked to. */
function Chosen({ base, selection, translator: { t }, address, found }: ViewProps & { found: ProgressAnswer }) {
  const { go } = useSurroundings();
  const owners = useMemo(() => ownersOf(found), [found]);
  const owner = owners.find((code) => code === selection.of) ?? owners[0];
  const rows = useMemo(() => (owner ? progressRows(found, owner, base) : []), [found, owner, base]);
  if (!owner)
    return (
      <p class="notice" data-testid="nothing">
        {t("progress.nothing")}
      </p>
    );
  return (
    <>
      <label class="choice">
        <span>{t("progress.owner")}</span>
        <select
          data-testid="owner"
          onChange={(event) => go(`${path}${writeSelection({ ...selection, of: event.currentTarget.value })}`)}
        >
          {owners.map((code) => (
            <option key={code} value={code} selected={code === owner}>
              {code}
            </option>
          ))}
        </select>
      </label>
      <ProgressFigure owner={owner} rows={rows} base={base} selection={selection} api={api} address={address} />
    </>
  );
}
