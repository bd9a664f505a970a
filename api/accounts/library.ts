import { apiKey } from "@better-auth/api-key";
import { passkey } from "@better-auth/passkey";
import { hash, verify } from "@node-rs/argon2";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { getMigrations } from "better-auth/db/migration";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import type { AccountsFile } from "./file.ts";
import { discoveryOf, type OidcSettings, providerId } from "./oidc.ts";
import { passwordLengths } from "./password-lengths.ts";

/** argon2id with 19 MiB, two passes and one lane: OWASP's Password Storage Cheat Sheet. */
const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export interface LibraryOptions {
  readonly secret: string;
  /** Address under which browsers reach the server; https makes cookies travel by TLS only. */
  readonly address: string;
  /** An organisation's own identity provider, where one may sign in with it. */
  readonly oidc?: OidcSettings | undefined;
}

const hours = 3600;

/**
 * The accounts library over an accounts file: password sign-in, sessions, tokens. Only its functions are used; its own
 * routes are not served. Why this one: docs/decisions/0009-accounts.md.
 */
export async function accountsLibrary(file: AccountsFile, { secret, address, oidc }: LibraryOptions) {
  const options = {
    appName: "Trama",
    baseURL: address,
    basePath: "/v1/session",
    secret,
    database: { dialect: file.dialect, type: "sqlite" as const },
    telemetry: { enabled: false },
    logger: { disabled: true },
    session: { expiresIn: 12 * hours, updateAge: hours, cookieCache: { enabled: false } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLengths.least,
      maxPasswordLength: passwordLengths.most,
      password: {
        hash: (password: string) => hash(password, argon2id),
        verify: ({ hash: kept, password }: { hash: string; password: string }) => verify(kept, password),
      },
    },
    account: {
      // What a browser must bring back from the provider travels with it, sealed: who only begins leaves nothing here.
      storeStateStrategy: "cookie" as const,
      updateAccountOnSignIn: false,
    },
    databaseHooks: {
      account: {
        create: {
          // Tokens of a provider are of no use here once it has said who somebody is.
          before: async (made: Record<string, unknown>) => ({
            data: { ...made, accessToken: null, refreshToken: null, idToken: null } as never,
          }),
        },
      },
    },
    user: {
      additionalFields: {
        role: { type: "string" as const, required: true, input: false },
        scope: { type: "string" as const, required: true, input: false },
        disabled: { type: "boolean" as const, required: true, defaultValue: false, input: false },
        mustChange: { type: "boolean" as const, required: true, defaultValue: false, input: false },
      },
    },
    advanced: {
      cookiePrefix: "trama",
      useSecureCookies: address.startsWith("https:"),
      defaultCookieAttributes: { sameSite: "strict" as const, httpOnly: true },
      // The way back from a provider begins on another site; only this cookie may come along.
      cookies: { oauth_state: { attributes: { sameSite: "lax" as const } } },
      // Addresses of callers are not kept with sessions.
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      passkey({
        rpID: new URL(address).hostname,
        rpName: "Trama",
        origin: new URL(address).hostname === "localhost" ? null : new URL(address).origin,
        authenticatorSelection: { userVerification: "required", residentKey: "required" },
        // A device that did not check who holds it would be worth less than a password.
        registration: {
          afterVerification: async ({ verification }) => {
            if (!verification.registrationInfo?.userVerified) throw new APIError("BAD_REQUEST");
          },
        },
        authentication: {
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError("UNAUTHORIZED");
          },
        },
      }),
      apiKey({
        defaultPrefix: "trama_",
        rateLimit: { enabled: false },
        keyExpiration: { defaultExpiresIn: 90 * 24 * hours, maxExpiresIn: 366, minExpiresIn: 1 },
      }),
    ],
  };
  if (oidc) (options.plugins as unknown[]).push(providerPlugin(oidc, address));
  await (await getMigrations(options)).runMigrations();
  const auth = betterAuth(options);
  const { internalAdapter, password, adapter } = await auth.$context;
  /** Removes an account's passkeys: whoever gets a new password is not signed in by an old device. */
  const forgetPasskeys = (userId: string) =>
    adapter.deleteMany({ model: "passkey", where: [{ field: "userId", value: userId }] });
  return { api: auth.api, users: internalAdapter, password, forgetPasskeys };
}

/** The provider as the library is told of it: code with PKCE, the token's signature, audience and nonce checked. */
function providerPlugin(oidc: OidcSettings, address: string) {
  return genericOAuth({
    config: [
      {
        providerId,
        discoveryUrl: discoveryOf(oidc),
        requireIdTokenVerification: true,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        scopes: ["openid", "email"],
        pkce: true,
        disableSignUp: true,
        redirectURI: `${new URL(address).origin}/v1/session/oidc/callback`,
      },
    ],
  });
}

export type AccountsLibrary = Awaited<ReturnType<typeof accountsLibrary>>;
