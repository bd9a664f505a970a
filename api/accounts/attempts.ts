import { createHmac } from "node:crypto";
import type { AccountsFile } from "./file.ts";

/** How many failures are borne, and for how long they count, in milliseconds. */
export const patience = {
  /** Failures for one name after which it is locked, for anybody. */
  name: 10,
  /** Failures from one address, whatever the names. */
  address: 50,
  window: 15 * 60_000,
} as const;

/** Counts failed sign-ins by name and by address; names that no account has are counted alike. */
export interface Attempts {
  /** Seconds to wait before another try; 0 when one may be made now. */
  wait(name: string, address: string): number;
  /** Whether a name is locked for now, whoever tries. */
  locked(name: string): boolean;
  failed(name: string, address: string): void;
  /** Forgets the failures of a name: it signed in (then the try counted for its address is taken back), or was reset. */
  forget(name: string, address?: string): void;
}

export function attempts(file: AccountsFile, key: Buffer, now: () => Date): Attempts {
  // Neither names nor addresses stand in the file.
  const hidden = (kind: string, value: string) => createHmac("sha256", key).update(`${kind}|${value}`).digest("hex");
  const waitOf = (counted: string, most: number) => {
    const found = file.get<{ failures: number; last: number }>(
      "SELECT failures, last FROM trama_attempt WHERE key = ?",
      counted,
    );
    if (!found || found.failures < most) return 0;
    return Math.max(0, Math.ceil((found.last + patience.window - now().getTime()) / 1000));
  };
  const count = (counted: string) =>
    file.run(
      `INSERT INTO trama_attempt (key, failures, last) VALUES (?1, 1, ?2)
       ON CONFLICT (key) DO UPDATE SET failures = CASE WHEN last < ?2 - ?3 THEN 1 ELSE failures + 1 END, last = ?2`,
      counted,
      now().getTime(),
      patience.window,
    );
  return {
    wait: (name, address) =>
      Math.max(waitOf(hidden("name", name), patience.name), waitOf(hidden("address", address), patience.address)),
    locked: (name) => waitOf(hidden("name", name), patience.name) > 0,
    failed(name, address) {
      file.run("DELETE FROM trama_attempt WHERE last < ?", now().getTime() - patience.window);
      count(hidden("name", name));
      count(hidden("address", address));
    },
    forget(name, address) {
      file.run("DELETE FROM trama_attempt WHERE key = ?", hidden("name", name));
      if (address !== undefined)
        file.run("UPDATE trama_attempt SET failures = failures - 1 WHERE key = ?", hidden("address", address));
    },
  };
}
