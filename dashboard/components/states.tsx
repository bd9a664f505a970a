import type { ProblemDetails } from "@trama/api/contract";
import { unreachable } from "../client/problem.ts";
import type { Base } from "../state/base.ts";
import { everything, type Ignored, type Selection, writeSelection } from "../state/selection.ts";
import type { ViewEntry } from "../state/view.ts";
import { useSurroundings } from "./context.ts";
import { MustChange } from "./must-change.tsx";

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
  if (problem.code === "password.change-first") return <MustChange />;
  if (problem.status === 401 || problem.status === 403) return <Forbidden problem={problem} />;
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

/** The reader may not see this: why not, and where to go on. */
function Forbidden({ problem }: { problem: ProblemDetails }) {
  const { t } = useSurroundings().translator;
  return (
    <section class="state" role="alert" data-testid="forbidden">
      <h1>{t(problem.status === 401 ? "forbidden.sign-in" : "forbidden.title")}</h1>
      <p class="lead">{problem.detail || problem.title}</p>
      <p>{t("forbidden.text")}</p>
      <p>
        <a href="/overview">{t("forbidden.overview")}</a>
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

/** What is not public: why, and what can be seen instead. */
export function NotPublic(props: { title: string; text: string; links: readonly { href: string; label: string }[] }) {
  const { title, text, links } = props;
  const { t } = useSurroundings().translator;
  return (
    <section class="not-public" data-testid="not-public">
      <h2>{title}</h2>
      <p>{text}</p>
      {links.length > 0 && (
        <>
          <p>{t("forbidden.instead")}</p>
          <ul>
            {links.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A code that this release does not know, with those that it does. */
export function Unknown(props: {
  title: string;
  links: readonly { href: string; label: string }[];
  lang: string | null;
}) {
  const { title, links, lang } = props;
  const { t } = useSurroundings().translator;
  const carried = writeSelection({ ...everything, lang });
  return (
    <section class="state" data-testid="unknown">
      <h1 tabIndex={-1}>{title}</h1>
      <p class="lead">{t("unknown.text")}</p>
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={`${href}${carried}`}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** An address that leads nowhere, with the addresses that do. */
export function Missing({
  path,
  views,
  selection,
}: {
  path: string;
  views: readonly ViewEntry[];
  selection: Selection;
}) {
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
