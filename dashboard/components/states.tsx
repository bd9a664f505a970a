import type { ProblemDetails } from "@trama/api/contract";
import { unreachable } from "../client/problem.ts";
import type { Base } from "../state/base.ts";
import { everything, type Ignored, type Selection, writeSelection } from "../state/selection.ts";
import type { View } from "../state/view.ts";
import { useSurroundings } from "./context.ts";

/** Nothing has been published yet. */
export function Empty() {
  const { t } = useSurroundings().translator;
  return (
    <section class="state" data-testid="empty">
      <h1>{t("empty.title")}</h1>
      <p class="lead">{t("empty.text")}</p>
      <p>{t("empty.how")}</p>
    </section>
  );
}

/** What was asked for could not be read: the problem in its own words, and a way to try again. */
export function Failure({ problem, address }: { problem: ProblemDetails; address: string }) {
  const { translator, retry } = useSurroundings();
  const { t } = translator;
  return (
    <section class="state" role="alert" data-testid="error">
      <h1>{t("error.title")}</h1>
      <p class="lead">{problem.code === unreachable ? t("error.unreachable") : problem.detail || problem.title}</p>
      <p>{t("error.text")}</p>
      <p>
        <button type="button" class="needs-script strong-button" data-testid="retry" onClick={retry}>
          {t("error.retry")}
        </button>
        <a class="without-script" href={address}>
          {t("error.retry")}
        </a>
      </p>
      <details>
        <summary>{t("error.details")}</summary>
        <p>
          <code>{problem.code}</code> · {problem.status} · {problem.title}
        </p>
      </details>
    </section>
  );
}

/** An address that leads nowhere, with the addresses that do. */
export function Missing({ path, views, selection }: { path: string; views: readonly View[]; selection: Selection }) {
  const { t } = useSurroundings().translator;
  const lang = writeSelection({ ...everything, lang: selection.lang });
  return (
    <section class="state" data-testid="missing">
      <h1>{t("missing.title")}</h1>
      <p class="lead">{t("missing.text", { path })}</p>
      <ul>
        {views.map(
          ({ name, path, nav }) =>
            nav && (
              <li key={name}>
                <a href={`${path}${lang}`}>{t(nav)}</a>
              </li>
            ),
        )}
      </ul>
    </section>
  );
}

/** What the reader should know before reading on: parts of the address ignored, another release cited. */
export function Notices({
  ignored,
  selection,
  base,
}: {
  ignored: readonly Ignored[];
  selection: Selection;
  base: Base;
}) {
  const { t, list } = useSurroundings().translator;
  const shown = base.health.release;
  const cited = selection.release;
  return (
    <>
      {ignored.length > 0 && (
        <p class="notice" role="status" data-testid="ignored">
          {t("notice.ignored", {
            count: ignored.length,
            values: list(ignored.map(({ field, value }) => `${field}=${value}`)),
          })}
        </p>
      )}
      {cited !== null && shown !== null && cited !== shown && (
        <p class="notice" role="status" data-testid="other-release">
          {t("release.other", { cited, shown })}
        </p>
      )}
    </>
  );
}
