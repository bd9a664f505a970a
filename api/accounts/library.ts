import { apiKey } from "@better-auth/api-key";
import { hash, verify } from "@node-rs/argon2";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import type { AccountsFile } from "./file.ts";

/** argon2id with 19 MiB, two passes and one lane: OWASP's Password Storage Cheat Sheet. */
const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const passwordLengths = { least: 12, most: 200 } as const;

export interface LibraryOptions {
  readonly secret: string;
  /** Address under which browsers reach the server; https makes cookies travel by TLS only. */
  readonly address: string;
}

const hours = 3600;

/**
 * The accounts library over an accounts file: password sign-in, sessions, tokens. Only its functions are used; its own
 * routes are not served. Why this one: docs/decisions/0009-accounts.md.
 */
export async function accountsLibrary(file: AccountsFile, { secret, address }: LibraryOptions) {
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
      // Addresses of callers are not kept with sessions.
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      apiKey({
        defaultPrefix: "trama_",
        rateLimit: { enabled: false },
        keyExpiration: { defaultExpiresIn: 90 * 24 * hours, maxExpiresIn: 366, minExpiresIn: 1 },
      }),
    ],
  };
  await (await getMigrations(options)).runMigrations();
  const auth = betterAuth(options);
  const { internalAdapter, password } = await auth.$context;
  return { api: auth.api, users: internalAdapter, password };
}

export type AccountsLibrary = Awaited<ReturnType<typeof accountsLibrary>>;
