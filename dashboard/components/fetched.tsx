import type { ProblemDetails } from "@trama/api/contract";
import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { ask } from "../client/session.ts";
import { ProblemNote } from "./account.tsx";
import { useSurroundings } from "./context.ts";

/** Reads what only a signed-in caller may read, each time anew: such answers are never kept. */
export function useFetched<T>(path: string | null): {
  value: T | null;
  problem: ProblemDetails | null;
  again: () => void;
} {
  const [found, setFound] = useState<{ path: string; value: T | null; problem: ProblemDetails | null } | null>(null);
  const [turn, setTurn] = useState(0);
  // A new turn reads the same address again.
  useEffect(() => {
    if (path === null) return;
    let wanted = true;
    void ask<T>("GET", path).then((done) => {
      if (!wanted) return;
      setFound({
        path,
        value: done.kind === "done" ? done.value : null,
        problem: done.kind === "refused" ? done.problem : null,
      });
    });
    return () => {
      wanted = false;
    };
  }, [path, turn]);
  const again = useCallback(() => setTurn((last) => last + 1), []);
  const current = found?.path === path ? found : null;
  return { value: current?.value ?? null, problem: current?.problem ?? null, again };
}

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
