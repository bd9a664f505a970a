import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Files that lie sealed (AES-256-GCM), each bound to its own name. */
export interface SealedFolder {
  put(name: string, bytes: Buffer): Promise<void>;
  /** Undefined where there is none, or it was sealed with another key or changed. */
  get(name: string): Promise<Buffer | undefined>;
  /** Removes what is older than that many milliseconds. */
  forget(age: number, now: number): Promise<void>;
}

export function sealedFolder(folder: string, secret: string): SealedFolder {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "trama filed reports", 32));
  const pathOf = (name: string) => join(folder, `${name}.sealed`);
  return {
    async put(name, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(name));
      const sealed = Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
      await writeFile(`${pathOf(name)}.part`, sealed, { mode: 0o600 });
      await rename(`${pathOf(name)}.part`, pathOf(name));
    },
    async get(name) {
      const sealed = await readFile(pathOf(name)).catch(() => undefined);
      if (!sealed || sealed.length < 28) return undefined;
      const opener = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12)).setAAD(Buffer.from(name));
      opener.setAuthTag(sealed.subarray(-16));
      try {
        return Buffer.concat([opener.update(sealed.subarray(12, -16)), opener.final()]);
      } catch {
        return undefined;
      }
    },
    async forget(age, now) {
      for (const name of await readdir(folder).catch(() => [] as string[])) {
        const found = await stat(join(folder, name)).catch(() => undefined);
        if (found && now - found.mtimeMs > age) await rm(join(folder, name), { recursive: true, force: true });
      }
    },
  };
}
