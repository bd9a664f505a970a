import { createHmac, timingSafeEqual } from "node:crypto";
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { z } from "zod";

/** What the log needs of the accounts file. */
interface Kept {
  get<Row>(statement: string, ...parameters: readonly (string | number | null)[]): Row | undefined;
  run(statement: string, ...parameters: readonly (string | number | null)[]): number;
}

/** What somebody did: never with anything of what was seen or changed, only where it lies. */
export interface Deed {
  /** The account's lasting number; null for a caller who was not signed in. */
  readonly who: string | null;
  readonly by: "session" | "token" | "command" | null;
  /** Method and route, or the command. */
  readonly did: string;
  /** Codes that were asked for: countries, projects, results, years. */
  readonly about: Readonly<Record<string, string>>;
  /** The HTTP status, or 0 for a command. */
  readonly status: number;
}

const Line = z.object({
  seq: z.number().int(),
  at: z.iso.datetime(),
  deed: z.object({
    who: z.string().nullable(),
    by: z.enum(["session", "token", "command"]).nullable(),
    did: z.string(),
    about: z.record(z.string(), z.string()),
    status: z.number().int(),
  }),
  prev: z.string(),
  mac: z.string(),
});
export type AuditLine = z.infer<typeof Line>;

/** The log of who saw or changed what: a chain of keyed hashes, so that no line can be changed, left out or cut off. */
export interface Audit {
  append(deed: Deed): void;
  /** Every difference between the log and what it should be, in words; none where it is whole. */
  verify(): { readonly lines: number; readonly head: string; readonly differences: readonly string[] };
}

const genesis = "0".repeat(64);

/**
 * Opens the audit log beside an accounts file. The head of the chain stands in the accounts file, so that a cut is
 * noticed, and its transaction keeps two processes from writing at once. Lines that a stopped process wrote and did not
 * note are taken up when they carry on the chain.
 */
export function openAudit(path: string, file: Kept, key: Buffer, now: () => Date): Audit {
  const macOf = (body: object) => createHmac("sha256", key).update(JSON.stringify(body)).digest("hex");
  const headOf = () => {
    const text = file.get<{ value: string }>("SELECT value FROM trama_about WHERE name = 'audit'")?.value;
    return text === undefined ? { seq: 0, mac: genesis } : (JSON.parse(text) as { seq: number; mac: string });
  };
  const note = (seq: number, mac: string) =>
    file.run(
      "INSERT INTO trama_about (name, value) VALUES ('audit', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      JSON.stringify({ seq, mac }),
    );
  const exclusively = <T>(work: () => T): T => {
    file.run("BEGIN IMMEDIATE");
    try {
      const result = work();
      file.run("COMMIT");
      return result;
    } catch (error) {
      file.run("ROLLBACK");
      throw error;
    }
  };
  takeUp();

  /** Lines beyond the noted head that carry on the chain were written and not noted: they count. */
  function takeUp(): void {
    exclusively(() => {
      let { seq, mac } = headOf();
      for (const text of linesOf(path).slice(seq)) {
        const line = parse(text);
        if (!line || line.seq !== seq + 1 || line.prev !== mac || !isOf(line)) break;
        seq = line.seq;
        mac = line.mac;
      }
      if (seq > headOf().seq) note(seq, mac);
    });
  }

  function isOf({ mac, ...body }: AuditLine): boolean {
    const due = Buffer.from(macOf(body), "hex");
    const found = Buffer.from(mac, "hex");
    return due.length === found.length && timingSafeEqual(due, found);
  }

  return {
    append(deed) {
      exclusively(() => {
        const { seq, mac: prev } = headOf();
        const body = { seq: seq + 1, at: now().toISOString(), deed, prev };
        const mac = macOf(body);
        const handle = openSync(path, "a", 0o600);
        try {
          writeSync(handle, `${JSON.stringify({ ...body, mac })}\n`);
          fsyncSync(handle);
        } finally {
          closeSync(handle);
        }
        note(seq + 1, mac);
      });
    },
    verify() {
      const head = headOf();
      const texts = linesOf(path);
      const differences: string[] = [];
      let [seq, prev] = [0, genesis];
      for (const [at, text] of texts.entries()) {
        const line = parse(text);
        if (!line || line.seq !== seq + 1 || line.prev !== prev || !isOf(line)) {
          differences.push(
            `Line ${at + 1} of ${path} is not as it was written, or one before it is gone. Compare it with a backup.`,
          );
          break;
        }
        seq = line.seq;
        prev = line.mac;
      }
      if (differences.length === 0 && seq < head.seq)
        differences.push(`${path} was cut: it has ${seq} lines, ${head.seq} were written. Compare it with a backup.`);
      else if (differences.length === 0 && (seq !== head.seq || prev !== head.mac))
        differences.push(`The end of ${path} is not the one that accounts.db notes. Compare both with a backup.`);
      return { lines: texts.length, head: prev, differences };
    },
  };
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split("\n").filter(Boolean);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function parse(text: string): AuditLine | undefined {
  try {
    return Line.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
