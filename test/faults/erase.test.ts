import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { openRaw } from "../../pipelines/extract/filed.ts";
import { type Home, openHome } from "../../pipelines/home.ts";
import { ingest, withHome } from "../../pipelines/ingest.ts";
import { backUp } from "../../pipelines/keep/backup.ts";
import { type Erased, erase } from "../../pipelines/keep/erase.ts";
import { pseudonyms } from "../../pipelines/map/pseudonym.ts";
import { emptyFolder } from "../home.ts";
import { fileReports, filesBelow, newHome, now, publishIn, rebuildIn, troubleOf, verifyIn } from "./homes.ts";
import { csv } from "./reports.ts";

const code = "Río-Hondo-77";
const spellings = ["Río-Hondo-77", "RIO HONDO 77", "rio hondo 77"];

let home: string;
let backup: string;
let pseudonym: string;
let same: string;
let done: Erased;
const original: string[] = [];

/** Files that hold any of the texts, as bytes. */
async function holding(folder: string, texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of await filesBelow(folder)) {
    const bytes = await readFile(path);
    if (texts.some((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, "utf16le")))) found.push(path);
  }
  return found;
}

beforeAll(async () => {
  home = await newHome();
  const folder = await emptyFolder("named");
  await mkdir(join(home, "decisions"), { recursive: true });
  await writeFile(
    join(home, "decisions/office.json"),
    JSON.stringify([
      {
        id: "not-theirs",
        kind: "exclusion",
        report: "mixed.csv",
        where: { collective: code, result: "ST3" },
        reason: "Filed by mistake.",
        who: "office",
      },
    ]),
  );
  const header = "project,country,period,collective,result,score,evidence,note";
  const files: Record<string, string | Uint8Array> = {
    "mixed.csv": `${header}\nP1,GTM,2023,${code},ST1,3,2,\nP1,GTM,2023,Otra-Casa,ST1,2,2,They work with Rio Hondo 77 every week\nP1,GTM,2023,${code},ST3,1,1,\nP1,HND,2023,${code},ST1,4,2,\n`,
    "ties.csv": `project,country,period,collective,ally,level\nP1,GTM,2024,Otra-Casa,${code},international\nP1,GTM,2024,Otra-Casa,Aliada,international\n`,
    "alone.csv": csv(`P1,GTM,2024,${code.toUpperCase()},ST2,2,2`),
    "rio hondo 77 and others.xlsx": await writeXlsx({
      sheets: [
        {
          name: "results",
          rows: [
            ["project", "country", "period", "collective", "result", "score", "evidence"],
            ["P1", "Guatemala", "2022", code, "IN1", "3", "2"],
            ["P1", "Guatemala", "2022", "Otra-Casa", "IN1", "1", "2"],
          ],
        },
        { name: "notas", rows: [["Visita a Río Hondo 77 en mayo"]] },
      ],
    }),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await fileReports(home, 2);
  await ingest(home, now, [folder]);
  original.push(...Object.keys(files).map((name) => join(folder, name)));
  for (let release = 0; release < 2; release += 1) await publishIn(home);
  await withHome(home, now, "erase", 0, async (open) => {
    const make = pseudonyms(open.keys.pseudonym);
    pseudonym = make("collective", "GTM", code);
    same = make("collective", "HND", code);
    backup = join(await emptyFolder("backup"), "b");
    await backUp(open, backup);
    expect(await holding(home, [pseudonym])).not.toEqual([]);
    // What a publication that was killed leaves behind.
    for (const [from, to] of [
      ["2/restricted.duckdb", "3.draft/restricted.duckdb"],
      ["2/restricted.duckdb", "3.solved.draft/year"],
    ] as const) {
      await mkdir(join(home, "releases", dirname(to)), { recursive: true });
      await copyFile(join(home, "releases", from), join(home, "releases", to));
    }
    done = await erase(open, code, "GTM");
  });
}, 240_000);

describe("erasing a collective", () => {
  it("leaves no byte of its code, name or pseudonym in any file of the home", async () => {
    expect(await holding(home, [...spellings, pseudonym])).toEqual([]);
  });

  it("leaves nothing of it inside the sealed files, and keeps the others' rows in their places", async () => {
    const open: Home = await openHome(home, now);
    let rows = 0;
    for (const sha256 of await open.raw.list()) {
      const bytes = await open.raw.get(sha256);
      for (const text of [...spellings, pseudonym])
        if (!bytes.includes("HND")) expect([sha256, bytes.includes(text)]).toEqual([sha256, false]);
      expect(await open.raw.nameOf(sha256)).not.toMatch(/hondo/i);
      if ((await open.raw.roleOf(sha256)) !== "redacted") continue;
      for (const sheet of (await openRaw(open, sha256)).sheets)
        for await (const batch of sheet.rows())
          for (const { row, cells } of batch) {
            if (cells.includes("Otra-Casa")) expect([2, 3]).toContain(row);
            rows += cells.filter((cell) => cell === "Otra-Casa").length;
          }
    }
    expect(rows).toBe(3);
  });

  it("touches no other collective, not even one of the same code in another country", async () => {
    expect(await holding(join(home, "releases/2"), [same])).toEqual([join(home, "releases/2/restricted.duckdb")]);
    expect(await holding(home, [same])).toContain(join(home, "working.duckdb"));
  });

  it("destroys the data keys of the files that named it, so that old copies of them open no more", async () => {
    const open = await openHome(home, now);
    const gone = open.ledger.lines().flatMap(({ deed }) => (deed.kind === "erased" ? deed.files : []));
    expect(gone.length).toBeGreaterThanOrEqual(4);
    for (const { from } of gone) {
      expect(await open.keys.data.of(from)).toBeUndefined();
      expect(await open.raw.list()).not.toContain(from);
    }
  });

  it("says how many reports and releases it reached, which public figures were counted with it, and which backups hold it", () => {
    expect(done).toMatchObject({ reports: 4, releases: [1, 2], public_figures: [1, 2], differences: [] });
    expect(done.backups.map(({ place }) => place)).toEqual([backup]);
  });

  it("is honoured by verify and by rebuild, and by filing the old files again", async () => {
    expect((await verifyIn(home)).differences).toEqual([]);
    expect((await rebuildIn(home)).differences).toEqual([]);
    const { files } = await ingest(home, now, original);
    expect(files.map(({ status }) => status)).toEqual(["duplicate", "duplicate", "duplicate", "duplicate"]);
    await publishIn(home);
    expect(await holding(home, [...spellings, pseudonym])).toEqual([]);
    expect((await verifyIn(home)).differences).toEqual([]);
  });

  it("works where nothing but the collective was ever filed", async () => {
    const only = await newHome();
    const folder = await emptyFolder("only");
    await writeFile(join(folder, "only.csv"), csv(`P1,GTM,2023,${code},ST1,3,2`));
    await ingest(only, now, [folder]);
    await publishIn(only);
    const gone = await withHome(only, now, "erase", 0, (open) =>
      erase(open, pseudonyms(open.keys.pseudonym)("collective", "GTM", code), null),
    );
    expect(gone).toMatchObject({ reports: 1, releases: [1], differences: [] });
    expect((await verifyIn(only)).differences).toEqual([]);
    expect((await ingest(only, now, [folder])).files[0]?.status).toBe("duplicate");
  });

  it("asks for the country of a code, and says when no report names it", async () => {
    const words = (collective: string, country: string | null) =>
      troubleOf(() => withHome(home, now, "erase", 0, (open) => erase(open, collective, country)));
    expect(await words(code, null)).toMatch(/--country/);
    expect(await words(code, "GTM")).toMatch(/No report of this home names that collective/);
  });
});
