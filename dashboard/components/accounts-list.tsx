import type { AccountItem, ProblemDetails } from "@trama/api/contract";
import { useState } from "preact/hooks";
import { ask } from "../client/session.ts";
import { ProblemNote } from "./account.tsx";
import { AccountOne } from "./account-one.tsx";
import { useSurroundings } from "./context.ts";
import { Fetched } from "./fetched.tsx";
import { type Reach, ReachFields, reachOf } from "./reach-fields.tsx";
import { ToldOnce } from "./told-once.tsx";
import { useFetched } from "./use-fetched.ts";

/** Every account with what can be done to it, and a form for a new one. */
export function AccountsList() {
  const { t } = useSurroundings().translator;
  const found = useFetched("/v1/accounts");
  return (
    <>
      <NewAccount onMade={found.again} />
      <section aria-labelledby="all-accounts">
        <Fetched found={found}>
          {({ accounts }) => (
            <>
              <h2 id="all-accounts">{t("accounts.count", { count: accounts.length })}</h2>
              <ul class="accounts" data-testid="accounts">
                {accounts.map((account) => (
                  <AccountOne key={account.name} account={account} onChanged={found.again} />
                ))}
              </ul>
            </>
          )}
        </Fetched>
      </section>
    </>
  );
}

function NewAccount({ onMade }: { onMade: () => void }) {
  const { t } = useSurroundings().translator;
  const [role, setRole] = useState<AccountItem["role"]>("manager");
  const [made, setMade] = useState<{ name: string; password: string } | null>(null);
  const [problem, setProblem] = useState<ProblemDetails | null>(null);
  return (
    <section aria-labelledby="new-account">
      <h2 id="new-account">{t("accounts.add")}</h2>
      <form
        class="account"
        method="post"
        data-testid="new-account"
        onSubmit={async (event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const reach: Reach = reachOf(new FormData(form), role);
          const name = `${new FormData(form).get("name")}`.trim().toLowerCase();
          const done = await ask("POST", "/v1/accounts", { name, role, reach });
          if (done.kind === "refused") return setProblem(done.problem);
          setProblem(null);
          setMade({ name: done.value.account.name, password: done.value.password });
          form.reset();
          setRole("manager");
          onMade();
        }}
      >
        <label>
          {t("account.name")}
          <input name="name" type="text" required maxLength={64} autocomplete="off" autocapitalize="none" />
        </label>
        <p class="quiet">{t("accounts.name-rule")}</p>
        <ReachFields role={role} onRole={setRole} reach={null} />
        <button type="submit" class="strong-button needs-script">
          {t("accounts.add.button")}
        </button>
        {problem && <ProblemNote problem={problem} />}
      </form>
      {made && (
        <ToldOnce
          about={t("accounts.once.password", { name: made.name })}
          secret={made.password}
          onDone={() => setMade(null)}
        />
      )}
    </section>
  );
}
