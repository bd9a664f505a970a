import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeSamples } from "@trama/data/samples";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

describe("writing the samples", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "trama-samples-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("puts every report into its project's folder", { timeout: 120_000 }, async () => {
    const seen: string[] = [];
    const reports = await writeSamples(folder, { onFile: ({ path }) => seen.push(path) });
    expect(seen).toHaveLength(reports.length);
    const honduras = await readFile(join(folder, "hnd-s1", "2021.csv"), "latin1");
    expect(honduras.split("\r\n")[1]).toBe(
      "Colectivo;Resultado;Panel;Puntuación;Evidencia;Puesto a prueba;Evaluador/a;Nota;Proyecto;País;Período;Versión",
    );
    const indonesia = await readFile(join(folder, "idn-s1", "2021-collectives.csv"), "utf8");
    expect(indonesia.split("\n")[2]).toMatch(/^SAMPLE-IDN-\d\d,.*,IDN-S1,IDN,2021,$/);
  });
});
