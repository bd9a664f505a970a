import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../home.ts";

/** Who may import whom, by workspace. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  data: [],
  pipelines: ["data"],
  api: ["data"],
  dashboard: ["api"],
};

/** Inside a workspace, a folder may import those named before it only. */
const order: Readonly<Record<string, readonly string[]>> = {
  data: ["codelists", "framework", "entry", "statistics", "schema", "migrations", "store", "samples"],
  pipelines: [
    "sources",
    "receive",
    "extract",
    "map",
    "validate",
    "load",
    "due",
    "derive",
    "protect",
    "publish",
    "keep",
    "say",
  ],
  api: ["contract", "answers", "policies", "audit", "accounts", "restricted", "queries", "works", "routes"],
  dashboard: ["locales", "client", "state", "charts", "components", "views"],
};

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (["node_modules", "dist", ".turbo"].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map(
    ([, target]) => target as string,
  );
}

describe("who may import whom", () => {
  it("follows the flow between workspaces: pipelines → data ← api ← dashboard", () => {
    for (const [workspace, others] of Object.entries(allowed))
      for (const file of sourceFiles(join(root, workspace)))
        for (const target of importsOf(file)) {
          const other = /^@trama\/(\w+)/.exec(target)?.[1];
          if (other)
            expect([relative(root, file), [workspace, ...others]]).toEqual([
              relative(root, file),
              expect.arrayContaining([other]),
            ]);
          if (target.startsWith("."))
            expect(
              relative(join(root, workspace), resolve(dirname(file), target)),
              `${relative(root, file)} imports ${target}`,
            ).not.toMatch(/^\.\./);
        }
  });

  it("lets the dashboard see the API's contract and nothing else of it", () => {
    for (const file of sourceFiles(join(root, "dashboard")))
      for (const target of importsOf(file))
        if (target.startsWith("@trama/")) expect(target).toMatch(/^@trama\/api\/contract$/);
  });

  it("follows the order of the folders inside each workspace", () => {
    const wrong: string[] = [];
    for (const [workspace, folders] of Object.entries(order))
      for (const file of sourceFiles(join(root, workspace))) {
        const from = folders.indexOf(relative(join(root, workspace), file).split("/")[0] as string);
        if (from < 0) continue;
        for (const target of importsOf(file)) {
          if (!target.startsWith(".")) continue;
          const to = folders.indexOf(
            relative(join(root, workspace), resolve(dirname(file), target)).split("/")[0] as string,
          );
          if (to > from) wrong.push(`${relative(root, file)} imports ${target}`);
        }
      }
    expect(wrong).toEqual([]);
  });

  it("keeps tests out of the product", () => {
    for (const workspace of Object.keys(allowed))
      for (const file of sourceFiles(join(root, workspace)))
        for (const target of importsOf(file)) expect(target).not.toMatch(/(^|\/)test(\/|$)/);
  });

  it("is refused by the compiler where it is wrong", () => {
    const probes = {
      "api/probe.ts": ['import { plan } from "@trama/pipelines/map/plan";', "export { plan };"],
      "dashboard/probe.ts": ['import { createApp } from "@trama/api/app";', "export { createApp };"],
      "data/probe.ts": ['import { formatOf } from "../pipelines/extract/recognise.ts";', "export { formatOf };"],
    };
    for (const [path, lines] of Object.entries(probes)) {
      const project = dirname(path);
      const scratch = join(root, project, "probe-import");
      mkdirSync(scratch, { recursive: true });
      const body = lines.join("\n").replace("../pipelines", "../../pipelines");
      writeFileSync(join(scratch, "probe.ts"), body);
      writeFileSync(
        join(scratch, "tsconfig.json"),
        JSON.stringify({
          extends: "../tsconfig.json",
          compilerOptions: { rootDir: "..", noEmit: true, composite: false, emitDeclarationOnly: false },
          include: ["probe.ts"],
          references: [],
        }),
      );
      try {
        const { status, stdout } = spawnSync(
          process.execPath,
          [join(root, "node_modules/typescript/bin/tsc"), "-p", scratch],
          { cwd: root, encoding: "utf8" },
        );
        expect([path, status === 0]).toEqual([path, false]);
        expect(stdout).toMatch(/TS2307|TS6059|TS6307/);
      } finally {
        rmSync(scratch, { recursive: true, force: true });
      }
    }
  });
});
