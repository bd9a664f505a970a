import { NotPublic } from "../components/states.tsx";
import { everything, writeSelection } from "../state/selection.ts";
import type { View, ViewProps } from "../state/view.ts";

/** Whether funded collectives are getting there: for managers and donors; others are told why, and what they can see. */
export const progress: View = {
  name: "progress",
  path: "/progress",
  nav: "nav.progress",
  tabs: ["chart", "table"],
  needs: () => [],
  title: ({ translator }) => translator.t("progress.title"),
  description: ({ translator }) => translator.t("progress.description"),
  Body: Progress,
};

function Progress({ selection, translator: { t } }: ViewProps) {
  const carried = { ...everything, lang: selection.lang };
  return (
    <>
      <div class="intro">
        <div>
          <h1 tabIndex={-1}>{t("progress.title")}</h1>
          <p class="lead">{t("progress.lead")}</p>
        </div>
      </div>
      <NotPublic
        title={t("progress.restricted.title")}
        text={t("progress.restricted.text")}
        links={[
          { href: `/change${writeSelection(carried)}`, label: t("progress.instead.change") },
          { href: `/compare${writeSelection({ ...carried, by: "region" })}`, label: t("progress.instead.compare") },
        ]}
      />
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
