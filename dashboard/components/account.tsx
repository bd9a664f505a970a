import type { ProblemDetails } from "@trama/api/contract";
import { useState } from "preact/hooks";
import { choosePassword, type Done } from "../client/session.ts";
import type { MessageId } from "../locales/messages.ts";
import { useSurroundings } from "./context.ts";
import { useFetched } from "./use-fetched.ts";

const known: Readonly<Record<string, MessageId>> = {
  "sign-in.refused": "account.refused",
  "sign-in.wait": "account.wait",
  "sign-in.required": "forbidden.sign-in",
  "role.not-permitted": "account.role",
  "reach.outside": "account.reach",
  "donor.no-cells": "account.no-cells",
  "donor.no-progress": "account.no-progress",
  "body.too-large": "account.too-large",
  "report.no-file": "account.no-file",
  "requests.too-many": "account.wait",
  "account.exists": "accounts.problem.exists",
  "account.unknown": "accounts.problem.unknown",
  "account.scope": "accounts.problem.scope",
  "account.last-admin": "accounts.problem.last-admin",
  unreachable: "error.unreachable",
};

/** What an API refused, in the reader's language where we have the words, else as the API says it. */
export function ProblemNote({ problem }: { problem: ProblemDetails }) {
  const { t } = useSurroundings().translator;
  const message = known[problem.code];
  return (
    <p class="notice" role="alert" data-testid="problem">
      {message ? t(message) : problem.detail || problem.title}
    </p>
  );
}

/** The way to an organisation's own identity provider, where this server was given one; and what came of the last try. */
export function ProviderWay({ refused }: { refused: boolean }) {
  const { t } = useSurroundings().translator;
  const { value } = useFetched("/v1/session");
  return (
    <>
      {refused && (
        <p class="notice" role="alert" data-testid="provider-refused">
          {t("account.provider.refused")}
        </p>
      )}
      {value?.provider && (
        <p>
          <a class="strong-button" href="/v1/session/oidc" data-plain data-testid="provider">
            {t("account.provider", { name: value.provider })}
          </a>
        </p>
      )}
    </>
  );
}

/** Name and password. */
export function SignInForm() {
  const { translator, signIn } = useSurroundings();
  const { t } = translator;
  const [problem, setProblem] = useState<ProblemDetails | null>(null);
  return (
    <>
      <noscript>
        <p class="notice">{t("account.scripts")}</p>
      </noscript>
      <form
        class="account"
        method="post"
        data-testid="sign-in"
        onSubmit={async (event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const done = await signIn(`${form.get("name")}`, `${form.get("password")}`);
          setProblem(done.kind === "refused" ? done.problem : null);
        }}
      >
        <label>
          {t("account.name")}
          <input name="name" autocomplete="username" required maxLength={64} autocapitalize="none" spellcheck={false} />
        </label>
        <label>
          {t("account.password")}
          <input name="password" type="password" autocomplete="current-password" required maxLength={200} />
        </label>
        <button type="submit" class="strong-button needs-script">
          {t("account.sign-in")}
        </button>
        {problem && <ProblemNote problem={problem} />}
      </form>
    </>
  );
}

/** A new password, which ends every session of the account. */
export function PasswordForm({ onChosen }: { onChosen: () => void }) {
  const { t } = useSurroundings().translator;
  const [outcome, setOutcome] = useState<Done<null> | null>(null);
  return (
    <form
      class="account"
      method="post"
      data-testid="choose-password"
      onSubmit={async (event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const done = await choosePassword(`${form.get("current")}`, `${form.get("next")}`);
        setOutcome(done);
        if (done.kind === "done") onChosen();
      }}
    >
      <label>
        {t("account.current")}
        <input name="current" type="password" autocomplete="current-password" required maxLength={200} />
      </label>
      <label>
        {t("account.next")}
        <input name="next" type="password" autocomplete="new-password" required minLength={12} maxLength={200} />
      </label>
      <p class="quiet">{t("account.password-rule")}</p>
      <button type="submit" class="strong-button needs-script">
        {t("account.choose")}
      </button>
      {outcome?.kind === "refused" && <ProblemNote problem={outcome.problem} />}
    </form>
  );
}
