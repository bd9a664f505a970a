import { execFile } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { all, openWriter } from "@trama/data/store";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createApp } from "../../api/app.ts";
import { openReleases } from "../../api/release.ts";
import { snippetsFor } from "../../dashboard/components/snippets.tsx";
import { emptyFolder, root, trama } from "../home.ts";

const asked = "/v1/cells?result=ST1&by=region";
const documented = "http://127.0.0.1:4321";
let address: string;
let folder: string;
let packaged: string;
let close: () => Promise<void>;

beforeAll(async () => {
  const releases = openReleases(join(inject("sampleHome"), "releases"));
  const server = serve({ fetch: createApp({ releases }).fetch, hostname: "127.0.0.1", port: 0 });
  await new Promise<void>((resolve) => server.once("listening", () => resolve()));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = async () => {
    await new Promise((resolve) => server.close(resolve));
    await releases.close();
  };
  folder = await emptyFolder("snippets");
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  packaged = join(folder, "open");
  const written = await trama(["export", "datapackage", "--home", inject("sampleHome"), "--out", packaged, "--json"]);
  expect(written.code).toBe(0);
});
afterAll(() => close());

/** What a program says; null where it is not here. */
const said = (program: string, args: readonly string[], cwd: string) =>
  new Promise<string | null>((resolve, reject) => {
    execFile(program, args, { cwd, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      if (error.code === "ENOENT") return resolve(null);
      reject(new Error(`${program}: ${stderr}`));
    });
  });

/** Lines of a program's output that tell of the regions' cells; DuckDB's as one line a row. */
async function run(language: string, code: string, cwd: string): Promise<string | null> {
  switch (language) {
    case "python":
      return said("python3", ["-c", code], cwd);
    case "r":
      return said("Rscript", ["-e", code], cwd);
    case "js": {
      const file = join(folder, `snippet-${readdirSync(folder).length}.mjs`);
      writeFileSync(file, code);
      return said(process.execPath, [file], cwd);
    }
    default: {
      const store = await openWriter(":memory:");
      const connection = await store.connect();
      await connection.run(`SET file_search_path = '${cwd}'`);
      // Its extension for addresses cannot be fetched here, so the answer is saved first, as the page says one can.
      const saved = await Promise.all(
        [...code.matchAll(/'(http[^']+)'/g)].map(async ([, url], at) => {
          const path = join(folder, `answer-${at}.csv`);
          writeFileSync(path, await (await fetch(url as string)).text());
          return [url as string, path] as const;
        }),
      );
      const rows = await all<Record<string, unknown>>(
        connection,
        saved.reduce((text, [url, path]) => text.replace(url, path), code),
      );
      store.close();
      return rows.map((row) => Object.values(row).join(" ")).join("\n");
    }
  }
}

const blocks = (markdown: string) =>
  [...markdown.matchAll(/```(r|python|sql|js)\n([\s\S]*?)```/g)].map(
    ([, language, code]) => [language, code] as [string, string],
  );

describe("code that reads the published figures", () => {
  it("stands in the documentation as beside the downloads of a report, in four languages", () => {
    const page = blocks(readFileSync(join(root, "docs/reading.md"), "utf8")).map(([, code]) => code.trim());
    expect(page).toEqual(snippetsFor(`${documented}${asked}`).map(({ code }) => code));
  });

  it("tells the cells that the API answers, in every language that is at hand", async () => {
    const { cells } = (await (await fetch(`${address}${asked}`)).json()) as {
      cells: { region: string; year: number; status: string; share: [number | null, number | null] }[];
    };
    const shown = cells.filter(({ status }) => status === "value");
    expect(shown.length).toBeGreaterThan(10);
    const tried: string[] = [];
    for (const [language, code] of blocks(readFileSync(join(root, "docs/reading.md"), "utf8"))) {
      const text = await run(language, code.replaceAll(documented, address), folder);
      if (text === null) continue;
      tried.push(language);
      for (const { region, year } of shown)
        expect([language, text.split("\n").some((line) => line.includes(region) && line.includes(`${year}`))]).toEqual([
          language,
          true,
        ]);
    }
    console.log(`Ran here: ${tried.join(", ")}.`);
    expect(tried).toEqual(expect.arrayContaining(["sql", "js"]));
  });

  it("reads the data package too, as its README gives it", async () => {
    const tried: string[] = [];
    for (const [language, code] of blocks(readFileSync(join(packaged, "README.md"), "utf8"))) {
      const file = code.replace(/readFile\("/, `readFile("${packaged}/`);
      const text = await run(language, file, packaged);
      if (text === null) continue;
      tried.push(language);
      expect([language, text.split("\n").filter((line) => /\d/.test(line)).length > 2]).toEqual([language, true]);
    }
    console.log(`Ran here: ${tried.join(", ")}.`);
    expect(tried).toEqual(expect.arrayContaining(["sql", "js"]));
  });
});
