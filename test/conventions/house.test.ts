import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { tables } from "@trama/data/schema";
import { describe, expect, it } from "vitest";
import { root } from "../home.ts";

const tracked = spawnSync("git", ["ls-files"], { cwd: root, encoding: "utf8" })
  .stdout.split("\n")
  .filter((path) => path !== "" && existsSync(join(root, path)));
const code = tracked.filter((path) => /\.(ts|tsx|css|js|mjs)$/.test(path));
const linesOf = (path: string) => readFileSync(join(root, path), "utf8").split("\n").length - 1;

describe("the house", () => {
  it("has no file past 500 lines, and half of its files within 100", () => {
    const long = code.filter((path) => linesOf(path) > 500);
    expect(long).toEqual([]);
    const lengths = code.map(linesOf).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(100);
  });

  it("names no machine's folders and no registry's host", () => {
    const hosts = /registry\.npm|"resolved": "http/;
    const folders = /(^|[^\w.])\/(work|root|farm)\/[a-z.]/m;
    for (const path of tracked.filter(
      (name) => /\.(ts|tsx|js|json|md|css|yml|npmrc)$/.test(name) && !name.startsWith("test/conventions/"),
    )) {
      const text = readFileSync(join(root, path), "utf8");
      expect([path, hosts.test(text), folders.test(text)]).toEqual([path, false, false]);
    }
  });

  it("has no dead link between its documents", () => {
    for (const path of tracked.filter((name) => name.endsWith(".md"))) {
      for (const [, target] of readFileSync(join(root, path), "utf8").matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
        if (/^[a-z]+:/.test(target as string)) continue;
        expect([path, target, existsSync(resolve(root, dirname(path), target as string))]).toEqual([
          path,
          target,
          true,
        ]);
      }
    }
  });

  it("numbers its decisions one by one, in their names and their titles", () => {
    const decisions = tracked.filter((path) => path.startsWith("docs/decisions/")).sort();
    const numbers = decisions.map((path) => {
      const [title = ""] = readFileSync(join(root, path), "utf8").split("\n");
      return [Number(path.slice("docs/decisions/".length).split("-")[0]), Number(/^# (\d+)\. /.exec(title)?.[1])];
    });
    expect(numbers).toEqual(decisions.map((_, at) => [at + 1, at + 1]));
  });

  it("has a test for nothing that is switched off", () => {
    const off = code.filter(
      (path) =>
        path.endsWith(".test.ts") &&
        /\b(it|test|describe)\.(skip|only|todo)\(/.test(readFileSync(join(root, path), "utf8")),
    );
    expect(off).toEqual([]);
  });
});

describe("the migrations", () => {
  it("are numbered without a gap, and each has a test under its own name", async () => {
    const { migrations } = await import("@trama/data/migrations");
    const files = tracked.filter((path) => /^data\/migrations\/\d{4}-/.test(path)).sort();
    const names = migrations.map(({ version, name }) => `${String(version).padStart(4, "0")}-${name}`);
    expect(files).toEqual(names.map((name) => `data/migrations/${name}.ts`));
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 2));
    for (const name of names)
      expect([name, existsSync(join(root, `test/migrations/${name}.test.ts`))]).toEqual([name, true]);
  });

  it("import nothing of today's tables", () => {
    for (const path of tracked.filter((name) => /^data\/migrations\/\d{4}-/.test(name)))
      expect(readFileSync(join(root, path), "utf8").match(/from "[^"]+"/g)).toEqual(['from "./migration.ts"']);
  });
});

describe("the tables", () => {
  it("each say what a row stands for, and name their key among their columns", () => {
    for (const table of Object.values(tables)) {
      expect(table.grain.length, table.name).toBeGreaterThan(3);
      expect(table.meaning, table.name).toMatch(/\.$/);
      for (const column of table.key) expect(Object.keys(table.columns), table.name).toContain(column);
      for (const [name, column] of Object.entries(table.columns))
        expect(column.meaning.length, `${table.name}.${name}`).toBeGreaterThan(5);
    }
  });

  it("and the rules are documented as they are declared (npm run generate)", async () => {
    const { rulesPage, tablesPage } = await import("../../docs/generate.ts");
    expect(readFileSync(join(root, "docs/tables.md"), "utf8")).toBe(tablesPage());
    expect(readFileSync(join(root, "docs/rules.md"), "utf8")).toBe(rulesPage());
  });
});

describe("the thread that scans", () => {
  it("runs what its modules say today (npm run generate)", async () => {
    const { threadFile } = await import("../../pipelines/extract/aside/make.ts");
    expect(readFileSync(join(root, "pipelines/extract/aside/thread.js"), "utf8")).toBe(threadFile());
  });
});
