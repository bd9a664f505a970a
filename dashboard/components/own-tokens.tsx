import type { ProblemDetails } from "@trama/api/contract";
import { useState } from "preact/hooks";
import { ask } from "../client/session.ts";
import { ProblemNote } from "./account.tsx";
import { useSurroundings } from "./context.ts";
import { TokenList } from "./token-list.tsx";
import { ToldOnce } from "./told-once.tsx";

const uses = ["read", "file", "review", "publish"] as const;

/** Tokens for programs of whoever is signed in: made for some uses and days, told once, revoked. */
export function OwnTokens() {
  const { t } = useSurroundings().translator;
  const [secret, setSecret] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState<ProblemDetails | null>(null);
  return (
    <section class="work" aria-labelledby="own-tokens">
      <h2 id="own-tokens">{t("tokens.title")}</h2>
      <p>{t("tokens.lead")}</p>
      <form
        class="account"
        method="post"
        data-testid="new-token"
        onSubmit={async (event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const done = await ask("POST", "/v1/session/tokens", {
            label: `${form.get("label")}`.trim(),
            uses: uses.filter((use) => form.has(use)),
            days: Number(form.get("days")),
          });
          if (done.kind === "refused") return setProblem(done.problem);
          setProblem(null);
          setSecret(done.value.secret);
          setTurn((last) => last + 1);
        }}
      >
        <label>
          {t("tokens.label")}
          <input name="label" type="text" required maxLength={32} autocomplete="off" />
        </label>
        <fieldset>
          <legend>{t("tokens.uses")}</legend>
          {uses.map((use) => (
            <label key={use} class="tick">
              <input type="checkbox" name={use} defaultChecked={use === "read"} />
              {t(`tokens.use.${use}`)}
            </label>
          ))}
        </fieldset>
        <label>
          {t("tokens.days")}
          <input name="days" type="number" required min={1} max={366} defaultValue="90" />
        </label>
        <button type="submit" class="plain-button needs-script">
          {t("tokens.make")}
        </button>
        {problem && <ProblemNote problem={problem} />}
      </form>
      {secret && <ToldOnce about={t("accounts.once.token")} secret={secret} onDone={() => setSecret(null)} />}
      <TokenList title={t("tokens.yours")} path="/v1/session/tokens" turn={turn} />
    </section>
  );
}
