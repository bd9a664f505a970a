import type { AccountItem, ProblemDetails } from "@trama/api/contract";
import { useState } from "preact/hooks";
import { ask, type Done } from "../client/session.ts";
import { ProblemNote } from "./account.tsx";
import { useSurroundings } from "./context.ts";
import { ReachFields, reachOf } from "./reach-fields.tsx";
import { TokenList } from "./token-list.tsx";
import { ToldOnce } from "./told-once.tsx";

/** One account: role, reach and state in a line; behind it all that an admin may do to it. */
export function AccountOne({ account, onChanged }: { account: AccountItem; onChanged: () => void }) {
  const { translator } = useSurroundings();
  const { t, list, date } = translator;
  const { name, reach, disabled, locked, must_change_password: oneTime } = account;
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState(account.role);
  const [password, setPassword] = useState<string | null>(null);
  const [problem, setProblem] = useState<ProblemDetails | null>(null);
  const [saved, setSaved] = useState(false);
  const path = `/v1/accounts/${encodeURIComponent(name)}` as const;
  const parts = Object.values(reach).flat();
  const states = [
    ...(disabled ? [t("accounts.state.disabled")] : []),
    ...(locked ? [t("accounts.state.locked")] : []),
    ...(oneTime ? [t("accounts.state.one-time")] : []),
  ];
  const settle = (done: Done<unknown>) => {
    setProblem(done.kind === "refused" ? done.problem : null);
    setSaved(done.kind === "done");
    if (done.kind === "done") onChanged();
  };
  return (
    <li data-testid={`account-${name}`}>
      <p>
        <b>{name}</b> · {t(`accounts.role.${account.role}`)}
        {parts.length > 0 && <> · {list(parts)}</>}
        <br />
        <span class="quiet">
          {t("accounts.made", { date: date(account.made_at) })}
          {states.map((state) => ` · ${state}`).join("")}
        </span>
      </p>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t("accounts.change", { name })}</summary>
        <form
          class="account"
          method="post"
          onSubmit={async (event) => {
            event.preventDefault();
            settle(await ask("PATCH", path, { role, reach: reachOf(new FormData(event.currentTarget), role) }));
          }}
        >
          <ReachFields role={role} onRole={setRole} reach={reach} />
          <p class="quiet">{t("accounts.save.note")}</p>
          <button type="submit" class="plain-button">
            {t("accounts.save")}
          </button>
        </form>
        <p class="buttons">
          <button
            type="button"
            class="plain-button"
            onClick={async () => {
              const done = await ask("POST", `${path}/password` as const);
              if (done.kind === "done") setPassword(done.value.password);
              settle(done);
            }}
          >
            {t("accounts.reset")}
          </button>
          <button
            type="button"
            class="plain-button"
            onClick={async () => settle(await ask("PATCH", path, { disabled: !disabled }))}
          >
            {t(disabled ? "accounts.enable" : "accounts.disable")}
          </button>
        </p>
        {open && <TokenList title={t("tokens.of", { name })} path={`${path}/tokens`} />}
      </details>
      <p role="status" class="quiet">
        {saved && t("accounts.saved")}
      </p>
      {problem && <ProblemNote problem={problem} />}
      {password && (
        <ToldOnce about={t("accounts.once.password", { name })} secret={password} onDone={() => setPassword(null)} />
      )}
    </li>
  );
}
