import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openAccounts } from "../../../api/accounts/accounts.ts";
import { asNew, homeWithAccounts, sending } from "../../accounts.ts";

const linesOf = async (home: string) => (await readFile(join(home, "audit.jsonl"), "utf8")).trim().split("\n");

describe("the audit log", () => {
  it("notes who asked what and where, refusals too, and nothing of what was answered or typed", async () => {
    const made = await homeWithAccounts();
    const ana = await asNew(made.app, made.accounts, { name: "ana", role: "manager", scope: { countries: ["GTM"] } });
    await ana("/v1/cells?country=GTM&collective=c-0123456789abcdef&panel=%3Cscript%3E");
    await ana("/v1/session/tokens", sending("POST", { label: "very secret label" }));
    await made.app.request("/v1/session", sending("POST", { name: "ana", password: "not the password" }));
    await made.app.request("/v1/session");
    const text = await readFile(join(made.home, "audit.jsonl"), "utf8");
    const deeds = (await linesOf(made.home)).map(
      (line) => (JSON.parse(line) as { deed: Record<string, unknown> }).deed,
    );
    const { id } = await made.accounts.people.find("ana");
    expect(deeds).toEqual([
      { who: id, by: "session", did: "POST /v1/session", about: {}, status: 200 },
      { who: id, by: "session", did: "GET /v1/cells", about: { country: "GTM" }, status: expect.any(Number) },
      { who: id, by: "session", did: "POST /v1/session/tokens", about: {}, status: 201 },
      { who: null, by: null, did: "POST /v1/session", about: {}, status: 401 },
    ]);
    for (const words of ["script", "secret label", "not the password", "c-0123456789abcdef", "ana"])
      expect([words, text.includes(words)]).toEqual([words, false]);
    expect(made.accounts.audit.verify()).toMatchObject({ lines: 4, differences: [] });
    made.accounts.close();
  });

  it("shows any line that was changed, left out, put in, moved or cut off", async () => {
    const made = await homeWithAccounts();
    const path = join(made.home, "audit.jsonl");
    for (let one = 0; one < 5; one += 1)
      made.accounts.audit.append({ who: `a${one}`, by: "session", did: "GET /v1/cells", about: {}, status: 200 });
    const lines = await linesOf(made.home);
    const forged = lines.map((line) => line.replace('"a2"', '"a9"'));
    const broken: Record<string, readonly string[]> = {
      changed: forged,
      "left out": lines.filter((_, at) => at !== 2),
      "cut off": lines.slice(0, 3),
      emptied: [],
      moved: [lines[1], lines[0], ...lines.slice(2)] as string[],
      "put in": [...lines.slice(0, 2), lines[1] as string, ...lines.slice(2)],
      "added to": [...lines, (lines[4] as string).replace('"seq":5', '"seq":6')],
      garbled: [...lines.slice(0, 4), "{"],
    };
    for (const [how, texts] of Object.entries(broken)) {
      await writeFile(path, texts.map((line) => `${line}\n`).join(""));
      expect([how, made.accounts.audit.verify().differences.length]).toEqual([how, 1]);
    }
    await writeFile(path, lines.map((line) => `${line}\n`).join(""));
    expect(made.accounts.audit.verify().differences).toEqual([]);
    made.accounts.close();
  });

  it("takes up lines that a stopped process wrote and did not note, and is one chain for two processes", async () => {
    const made = await homeWithAccounts();
    const deed = { who: "a", by: "session", did: "GET /v1/cells", about: {}, status: 200 } as const;
    made.accounts.audit.append(deed);
    const noted = made.accounts.file.get<{ value: string }>("SELECT value FROM trama_about WHERE name = 'audit'");
    made.accounts.audit.append(deed);
    made.accounts.file.run("UPDATE trama_about SET value = ? WHERE name = 'audit'", (noted as { value: string }).value);
    made.accounts.close();
    const [one, two] = [
      await openAccounts(made.home, { keys: made.keys }),
      await openAccounts(made.home, { keys: made.keys }),
    ];
    for (let turn = 0; turn < 3; turn += 1) for (const accounts of [one, two]) accounts.audit.append(deed);
    expect(two.audit.verify()).toMatchObject({ lines: 8, differences: [] });
    one.close();
    two.close();
  });
});
