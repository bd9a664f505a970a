import { readFile } from "node:fs/promises";

/** An organisation's own identity provider (OpenID Connect), as whoever runs the server names it. */
export interface OidcSettings {
  /** Its address as it names itself. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people know it by, for the button. */
  readonly name: string;
}

/** The name under which the accounts library knows the provider. */
export const providerId = "oidc";

/** Settings that cannot be used; the message names the variable and the remedy. */
export class OidcTrouble extends Error {}

const needed = ["TRAMA_OIDC_ISSUER", "TRAMA_OIDC_CLIENT_ID", "TRAMA_OIDC_SECRET_FILE"] as const;
const local = new Set(["127.0.0.1", "[::1]", "localhost"]);
/** How long the provider may take to say where it answers, in milliseconds. */
const patience = 5_000;

/** Reads the provider from the environment; undefined where none is named. `address` is how browsers reach the server. */
export async function readOidc(
  env: Readonly<Record<string, string | undefined>>,
  address: string | undefined,
): Promise<OidcSettings | undefined> {
  const [issuer, clientId, secretFile] = needed.map((name) => env[name]?.trim() || undefined);
  if (!issuer && !clientId && !secretFile) return undefined;
  if (!issuer || !clientId || !secretFile) {
    const missing = needed.filter((name) => !env[name]?.trim());
    throw new OidcTrouble(
      `Signing in with a provider needs ${missing.join(" and ")} too, or none of ${needed.join(", ")}.`,
    );
  }
  if (!URL.canParse(issuer) || !safe(new URL(issuer)))
    throw new OidcTrouble(
      `TRAMA_OIDC_ISSUER must be an https address, as the provider names itself; it is "${issuer}".`,
    );
  if (!address)
    throw new OidcTrouble("Signing in with a provider needs --address: the provider sends people back to it.");
  const clientSecret = await readFile(secretFile, "utf8").then(
    (text) => text.trim(),
    (error: NodeJS.ErrnoException) => {
      throw new OidcTrouble(`TRAMA_OIDC_SECRET_FILE cannot be read (${error.code ?? "unknown"}): ${secretFile}`);
    },
  );
  if (clientSecret === "") throw new OidcTrouble(`TRAMA_OIDC_SECRET_FILE is empty: ${secretFile}`);
  return { issuer, clientId, clientSecret, name: env.TRAMA_OIDC_NAME?.trim() || new URL(issuer).hostname };
}

/** Where the provider describes itself (OpenID Connect Discovery 1.0, 4). */
export function discoveryOf({ issuer }: Pick<OidcSettings, "issuer">): string {
  return `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
}

/** Whether the provider answers now, under the very name that was given (Discovery 1.0, 4.3) and with keys to check by. */
export async function answers(settings: Pick<OidcSettings, "issuer">, ask: typeof fetch = fetch): Promise<boolean> {
  try {
    const response = await ask(discoveryOf(settings), { signal: AbortSignal.timeout(patience), redirect: "error" });
    const said = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown; token_endpoint?: unknown };
    return response.ok && said.issuer === settings.issuer && typeof said.jwks_uri === "string";
  } catch {
    return false;
  }
}

function safe({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || (protocol === "http:" && local.has(hostname));
}
