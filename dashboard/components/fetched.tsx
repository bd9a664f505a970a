import type { ProblemDetails } from "@trama/api/contract";
import type { ComponentChildren } from "preact";
import { ProblemNote } from "./account.tsx";
import { useSurroundings } from "./context.ts";

/** What is shown while an answer is on its way, or where it was refused. */
export function Fetched<T>(props: {
  found: { value: T | null; problem: ProblemDetails | null };
  children: (value: T) => ComponentChildren;
}) {
  const { t } = useSurroundings().translator;
  const { value, problem } = props.found;
  if (problem) return <ProblemNote problem={problem} />;
  if (value === null)
    return (
      <p class="quiet" role="status" data-loading>
        {t("app.loading")}
      </p>
    );
  return <>{props.children(value)}</>;
}
