import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What a user might take instead: it is given the same rows and the same questions, prepared where it can. */
export interface Peer {
  readonly name: string;
  /** Rows of an answer as lines of comma-separated text, in any order. */
  ask(question: string): Promise<string[]>;
  close(): Promise<void>;
}

export const columns = "collective, result, country, project, year, type, score, evidence";
const table = (text: string) =>
  `CREATE TABLE score (collective ${text}, result ${text}, country ${text}, project ${text}, year SMALLINT, type ${text}, score SMALLINT, evidence SMALLINT)`;

/** PostgreSQL over a socket of its own in the folder; undefined where no server is installed. */
export async function postgres(folder: string, csv: string): Promise<Peer | undefined> {
  const bin = ["/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/17/bin", "/usr/local/bin", "/usr/bin"].find(
    (at) => existsSync(join(at, "postgres")) && existsSync(join(at, "initdb")),
  );
  if (!bin) return undefined;
  const data = join(folder, "postgres");
  await mkdir(data, { mode: 0o700 });
  // The server refuses to run as root.
  const owner = process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : {};
  if (owner.uid !== undefined) {
    chownSync(data, owner.uid, owner.gid);
    execFileSync("chmod", ["a+rx", folder]);
  }
  const options = { ...owner, cwd: data, stdio: "ignore" as const };
  execFileSync(join(bin, "initdb"), ["-D", join(data, "db"), "-A", "trust", "-U", "bench", "--no-sync"], options);
  const settings = {
    listen_addresses: "",
    unix_socket_directories: data,
    shared_buffers: "2GB",
    work_mem: "512MB",
    maintenance_work_mem: "1GB",
    max_parallel_workers_per_gather: "2",
    max_wal_size: "8GB",
    fsync: "off",
    jit: "off",
  };
  const set = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(bin, "postgres"), ["-D", join(data, "db"), ...set], options);
  const psql = [
    "-h",
    data,
    "-U",
    "bench",
    "-X",
    "-q",
    "-A",
    "-t",
    "-F",
    ",",
    "-v",
    "ON_ERROR_STOP=1",
    "-d",
    "postgres",
  ];
  const stop = async () => {
    server.kill("SIGINT");
    await new Promise((resolve) => (server.exitCode === null ? server.once("exit", resolve) : resolve(null)));
  };
  try {
    await until(() => execFileSync("psql", [...psql, "-c", "SELECT 1"], { stdio: "ignore" }));
    const shell = openShell("psql", psql, "\\echo");
    await shell.ask(`${table("text")};`);
    await shell.ask(`\\copy score FROM '${csv}' (FORMAT csv, HEADER)`);
    await shell.ask(indexes("INCLUDE").join(";\n").concat(";"));
    await shell.ask("VACUUM ANALYZE score;");
    const [version] = await shell.ask("SHOW server_version;");
    const prepared = new Map<string, string>();
    return {
      name: `PostgreSQL ${version?.split(" ")[0]}`,
      async ask(question) {
        const name = prepared.get(question) ?? `question_${prepared.size}`;
        if (!prepared.has(question)) await shell.ask(`PREPARE ${name} AS ${question};`);
        prepared.set(question, name);
        return shell.ask(`EXECUTE ${name};`);
      },
      async close() {
        await shell.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** SQLite by its command; undefined where it is not installed. */
export async function sqlite(folder: string, csv: string): Promise<Peer | undefined> {
  let version: string;
  try {
    version = execFileSync("sqlite3", ["--version"], { encoding: "utf8" }).split(" ")[0] as string;
  } catch {
    return undefined;
  }
  const shell = openShell("sqlite3", ["-csv", "-noheader", join(folder, "score.sqlite")], ".print");
  for (const pragma of ["journal_mode = OFF", "synchronous = OFF", "cache_size = -2000000", "mmap_size = 8000000000"])
    await shell.ask(`PRAGMA ${pragma};`);
  await shell.ask(`${table("TEXT")};`);
  await shell.ask(`.import --csv --skip 1 "${csv}" score`);
  // The import gives text without an end where a field is empty.
  await shell.ask("UPDATE score SET score = NULL WHERE score = '';");
  await shell.ask(indexes("columns").join(";\n").concat(";"));
  await shell.ask("ANALYZE;");
  return { name: `SQLite ${version}`, ask: (question) => shell.ask(`${question};`), close: shell.close };
}

/** Everything that a question reads lies in an index, so that no table is looked at. */
function indexes(how: "INCLUDE" | "columns"): string[] {
  const also = (names: string) => (how === "INCLUDE" ? `) INCLUDE (${names})` : `, ${names})`);
  return [
    `CREATE INDEX by_place ON score (result, country, year${also("score")}`,
    `CREATE INDEX by_collective ON score (result, collective, year${also("score, project, country")}`,
  ];
}

interface Shell {
  ask(text: string): Promise<string[]>;
  close(): Promise<void>;
}

/** A command that is asked line by line and says when it has answered. */
function openShell(command: string, args: readonly string[], print: string): Shell {
  const child: ChildProcessWithoutNullStreams = spawn(command, [...args]);
  let heard = "";
  let troubles = "";
  let done: () => void = () => {};
  const end = "answered";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    heard += text;
    if (heard.endsWith(`${end}\n`)) done();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    troubles += text;
  });
  child.once("exit", () => done());
  return {
    async ask(text) {
      heard = "";
      const answered = new Promise<void>((resolve) => {
        done = resolve;
      });
      child.stdin.write(`${text}\n${print} ${end}\n`);
      await answered;
      if (child.exitCode !== null || /error/i.test(troubles)) throw new Error(`${command}: ${troubles}`);
      return heard
        .slice(0, -end.length - 1)
        .split(/\r?\n/)
        .filter((line) => line !== "");
    },
    async close() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.stdin.end();
      await ended;
    },
  };
}

function idOf(which: "-u" | "-g"): number {
  for (const user of ["postgres", "nobody"])
    try {
      return Number(execFileSync("id", [which, user], { encoding: "utf8" }));
    } catch {}
  throw new Error("There is no user under whom a server may run.");
}

async function until(works: () => unknown): Promise<void> {
  for (let attempt = 0; ; attempt += 1)
    try {
      return void works();
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
}

/** A package that no part of the product uses, put into the folder for this run; undefined where it cannot be had. */
export async function borrowed<Module>(folder: string, name: string, version: string): Promise<Module | undefined> {
  try {
    await mkdir(folder, { recursive: true });
    const args = ["install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", `${name}@${version}`];
    execFileSync("npm", args, { stdio: "ignore", timeout: 120_000 });
    const door = join(folder, "borrowed.mjs");
    await writeFile(door, `import * as all from "${name}";\nexport const borrowed = all.default ?? all;\n`);
    return ((await import(pathToFileURL(door).href)) as { borrowed: Module }).borrowed;
  } catch {
    return undefined;
  }
}
