import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { emptyFolder, type Ran, trama } from "./home.ts";

/** What `trama ingest --json` says. */
export interface Ingested {
  readonly files: {
    readonly path: string;
    readonly status: string;
    readonly source: string | null;
    readonly rows: { read: number; accepted: number; rejected: number; quarantined: number; skipped: number };
    readonly issues: {
      rule: string;
      severity: string;
      message: string;
      sheet: string;
      row: number;
      column: string | null;
      value: string | null;
    }[];
    readonly changes: { row: number; indicator: string; from: string | null; to: string | null; closed: boolean }[];
    readonly error: { code: string; message: string } | null;
  }[];
  readonly totals: Record<string, number>;
}

/** A country office for a test: a folder of its own with a home, which files small CSV reports by the command. */
export interface Office {
  readonly folder: string;
  readonly home: string;
  write(name: string, content: string | Uint8Array): Promise<string>;
  /** Writes a results report: one line a score. */
  report(name: string, lines: readonly string[], header?: string): Promise<string>;
  ingest(...args: string[]): Promise<Ran & { readonly outcome: Ingested }>;
  run(...args: string[]): Promise<Ran>;
}

export const resultsHeader = "project,country,period,version,collective,result,panel,score,evidence,note";

export async function office(name: string): Promise<Office> {
  const folder = await emptyFolder(name);
  const home = join(folder, "home");
  const run = (...args: string[]) => trama([...args, "--home", home]);
  const write = async (file: string, content: string | Uint8Array) => {
    await writeFile(join(folder, file), content);
    return join(folder, file);
  };
  return {
    folder,
    home,
    write,
    report: (file, lines, header = resultsHeader) => write(file, `${[header, ...lines].join("\n")}\n`),
    run,
    async ingest(...args) {
      const ran = await run("ingest", ...args, "--json");
      return { ...ran, outcome: JSON.parse(ran.stdout) as Ingested };
    },
  };
}
