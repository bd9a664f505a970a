import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import type { AccountsFile } from "./file.ts";
import { AccountTrouble } from "./trouble.ts";

/** Keys of the accounts: one signs session cookies, one chains the audit log. They lie outside the home folder. */
export interface Secrets {
  readonly session: string;
  readonly audit: Buffer;
}

/** Where keys lie: with the user's own configuration, so that a copied home opens nothing. */
export function keyFolder(): string {
  const configuration = process.env.XDG_CONFIG_HOME || join(homedir(), ".config");
  return process.env.TRAMA_KEYS || join(configuration, "trama", "keys");
}

/** The keys of an accounts file, made with the file and never again: a lost key file is said, not replaced. */
export async function secretsOf(file: AccountsFile, folder = keyFolder()): Promise<Secrets> {
  const id = file.get<{ value: string }>("SELECT value FROM trama_about WHERE name = 'id'")?.value;
  if (id !== undefined) return readSecrets(join(folder, `accounts-${id}.json`));
  const made = randomUUID();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const place = join(folder, `accounts-${made}.json`);
  const key = await open(place, "wx", 0o600);
  try {
    const secrets = { session: randomBytes(32).toString("hex"), audit: randomBytes(32).toString("hex") };
    await key.writeFile(`${JSON.stringify(secrets)}\n`);
    await key.sync();
  } finally {
    await key.close();
  }
  file.run("INSERT INTO trama_about (name, value) VALUES ('id', ?)", made);
  return readSecrets(place);
}

async function readSecrets(place: string): Promise<Secrets> {
  try {
    const { session, audit } = JSON.parse(await readFile(place, "utf8")) as Record<keyof Secrets, string>;
    if (!/^[0-9a-f]{64}$/.test(session) || !/^[0-9a-f]{64}$/.test(audit)) throw new Error("cut short");
    return { session, audit: Buffer.from(audit, "hex") };
  } catch {
    throw new AccountTrouble(
      "key",
      `The key of the accounts is not at ${place}. Put the key file back there, or name its folder in TRAMA_KEYS; without it sessions and the audit log cannot be trusted.`,
    );
  }
}
