import type { ProblemDetails } from "@trama/api/contract";
import { useState } from "preact/hooks";
import { ask } from "../client/session.ts";
import { ProblemNote } from "./account.tsx";
import { useSurroundings } from "./context.ts";
import { Fetched } from "./fetched.tsx";
import { useFetched } from "./use-fetched.ts";

/** Tokens of an account, without the tokens themselves, each with a button that revokes it. */
export function TokenList(props: {
  title: string;
  path: "/v1/session/tokens" | `/v1/accounts/${string}/tokens`;
  /** Another number reads them again. */
  turn?: number;
}) {
  const { title, path, turn = 0 } = props;
  return <Tokens key={turn} title={title} path={path} />;
}

function Tokens({ title, path }: { title: string; path: "/v1/session/tokens" | `/v1/accounts/${string}/tokens` }) {
  const { t, list, date } = useSurroundings().translator;
  const found = useFetched(path);
  const [revoked, setRevoked] = useState<string | null>(null);
  const [problem, setProblem] = useState<ProblemDetails | null>(null);
  return (
    <div data-testid="tokens">
      <h3>{title}</h3>
      <Fetched found={found}>
        {({ tokens }) =>
          tokens.length === 0 ? (
            <p class="quiet">{t("tokens.none")}</p>
          ) : (
            <ul class="facts">
              {tokens.map(({ id, label, begins, uses, expires_at, last_used_at }) => (
                <li key={id}>
                  {t("tokens.row", {
                    label,
                    begins,
                    uses: list(uses.map((use) => t(`tokens.use.${use}`))),
                    until: date(expires_at),
                  })}{" "}
                  {last_used_at ? t("tokens.used", { date: date(last_used_at) }) : t("tokens.unused")}{" "}
                  <button
                    type="button"
                    class="plain-button"
                    onClick={async () => {
                      const done = await ask("DELETE", `${path}/${encodeURIComponent(id)}` as "/v1/session/tokens/x");
                      if (done.kind === "refused") return setProblem(done.problem);
                      setRevoked(label);
                      found.again();
                    }}
                  >
                    {t("tokens.revoke", { label })}
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Fetched>
      <p role="status" class="quiet">
        {revoked !== null && t("tokens.revoked", { label: revoked })}
      </p>
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
