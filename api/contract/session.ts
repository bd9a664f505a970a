import { z } from "@hono/zod-openapi";

const Role = z.enum(["public", "researcher", "donor", "manager", "admin"]);
const codes = z.array(z.string());
const Reach = z.object({ countries: codes, projects: codes, donors: codes, grants: codes }).openapi("Reach", {
  description: "A manager's countries and projects; a donor's codes, and its grants where not all of them.",
});

/** Who asks, as the platform sees it. */
export const Session = z
  .object({
    signed_in: z.boolean(),
    name: z.string().nullable(),
    role: Role,
    reach: Reach,
    must_change_password: z
      .boolean()
      .openapi({ description: "A one-time password must be replaced before anything else is answered." }),
    provider: z.string().nullable().openapi({
      description: "What people know the identity provider by with which one may sign in here, at /v1/session/oidc.",
    }),
  })
  .openapi("Session");
export type Session = z.infer<typeof Session>;

export const SignInBody = z
  .object({ name: z.string().min(1).max(64), password: z.string().min(1).max(200) })
  .strict()
  .openapi("SignIn", { example: { name: "manager", password: "the password of that account" } });

export const PasswordBody = z
  .object({
    current: z.string().min(1).max(200),
    next: z.string().min(1).max(200).openapi({ description: "12 to 200 characters." }),
  })
  .strict()
  .openapi("NewPassword");

const uses = z.enum(["read", "file", "review", "publish"]);

export const Token = z
  .object({
    id: z.string(),
    label: z.string(),
    begins: z.string().openapi({ description: "Its first letters, to tell one from another." }),
    uses: z.array(uses),
    made_at: z.string(),
    expires_at: z.string(),
    last_used_at: z.string().nullable(),
  })
  .openapi("Token");

export const TokensAnswer = z.object({ tokens: z.array(Token) }).openapi("Tokens");

export const NewTokenBody = z
  .object({
    label: z.string().trim().min(1).max(32),
    uses: z.array(uses).min(1).default(["read"]),
    days: z.number().int().min(1).max(366).default(90),
  })
  .strict()
  .openapi("NewToken");

export const NewToken = z
  .object({ token: Token, secret: z.string().openapi({ description: "Told once; only a hash of it is kept." }) })
  .openapi("TokenMade");

export const AccountItem = z
  .object({
    name: z.string(),
    role: z.enum(["researcher", "donor", "manager", "admin"]),
    reach: Reach,
    disabled: z.boolean(),
    locked: z.boolean().openapi({
      description: "Sign-in is refused for a quarter of an hour, because a wrong password was given too often.",
    }),
    must_change_password: z.boolean(),
    made_at: z.string(),
  })
  .openapi("Account");
export type AccountItem = z.infer<typeof AccountItem>;

export const AccountsAnswer = z.object({ accounts: z.array(AccountItem) }).openapi("Accounts");

const part = z.array(z.string().trim().min(1).max(100)).max(500).optional();
const Wanted = z.object({ countries: part, projects: part, donors: part, grants: part }).strict();

export const NewAccountBody = z
  .object({
    name: z.string().min(1).max(64),
    role: z.enum(["researcher", "donor", "manager", "admin"]),
    reach: Wanted.default({}),
  })
  .strict()
  .openapi("NewAccount");

export const ChangeAccountBody = z
  .object({
    role: z.enum(["researcher", "donor", "manager", "admin"]).optional(),
    reach: Wanted.optional(),
    disabled: z.boolean().optional(),
  })
  .strict()
  .openapi("ChangeAccount");

export const AccountMade = z
  .object({ account: AccountItem, password: z.string().openapi({ description: "One-time password, told once." }) })
  .openapi("AccountMade");

/** What a browser's credentials API takes and gives: passed on as it is, checked by the accounts library. */
const Credential = z.object({ id: z.string().max(2000) }).catchall(z.unknown());

export const PasskeyOptions = z.object({ challenge: z.string() }).catchall(z.unknown()).openapi("PasskeyOptions");

export const PasskeyBody = z
  .object({ label: z.string().trim().min(1).max(64).default("passkey"), response: Credential })
  .strict()
  .openapi("NewPasskey");

export const PasskeyAnswer = z.object({ response: Credential }).strict().openapi("PasskeySignIn");

export const PasskeysAnswer = z
  .object({ passkeys: z.array(z.object({ id: z.string(), label: z.string(), made_at: z.string() })) })
  .openapi("Passkeys");
