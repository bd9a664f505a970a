import type { Address, AnswerTo, ProblemDetails } from "@trama/api/contract";
import { useCallback, useEffect, useState } from "preact/hooks";
import { readOwn } from "../client/session.ts";

/** Reads what only a signed-in caller may read, each time anew: such answers are never kept. */
export function useFetched<A extends Address<"GET">>(
  path: A | null,
): {
  value: AnswerTo<"GET", A> | null;
  problem: ProblemDetails | null;
  again: () => void;
} {
  const [found, setFound] = useState<{
    path: string;
    value: AnswerTo<"GET", A> | null;
    problem: ProblemDetails | null;
  } | null>(null);
  const [turn, setTurn] = useState(0);
  // A new turn reads the same address again.
  useEffect(() => {
    if (path === null) return;
    let wanted = true;
    void readOwn(path).then((done) => {
      if (!wanted) return;
      setFound({
        path,
        value: done.kind === "done" ? (done.value as AnswerTo<"GET", A>) : null,
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
