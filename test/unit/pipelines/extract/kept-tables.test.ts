import { describe, expect, it } from "vitest";
import { type KeptTables, keptTables } from "../../../../pipelines/extract/iati/kept-tables.ts";
import type { RawRow } from "../../../../pipelines/step.ts";

/** Two tables read together: the first has a row in each of ten steps, the second one in every other. */
function reading(mostBytes?: number) {
  const passes = { begun: 0, ended: 0 };
  async function* read() {
    passes.begun += 1;
    try {
      for (let step = 1; step <= 10; step += 1)
        yield [[row(step, `a${step}`)], step % 2 === 0 ? [row(step / 2, `b${step}`)] : []];
    } finally {
      passes.ended += 1;
    }
  }
  return { passes, ...keptTables(read, 2, mostBytes) };
}

function row(number: number, text: string): RawRow {
  const faults = [{ rule: "iati.value-missing", path: "/a", line: number, details: { element: text } }];
  return { row: number, cells: [text, null], path: `/a[${number}]`, faults };
}

const a = Array.from({ length: 10 }, (_, index) => row(index + 1, `a${index + 1}`));
const b = Array.from({ length: 5 }, (_, index) => row(index + 1, `b${2 * index + 2}`));

async function rowsOf(tables: Pick<KeptTables, "rows">, table: number, most = Infinity): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of tables.rows(table)) {
    rows.push(...batch);
    if (rows.length >= most) break;
  }
  return rows;
}

describe("tables that are read together", () => {
  it("are all given from one pass, in any order and as often as asked", async () => {
    const { passes, ...tables } = reading();
    expect(await rowsOf(tables, 1, 2)).toEqual(b.slice(0, 2));
    expect(await rowsOf(tables, 0, 3)).toEqual(a.slice(0, 3));
    expect(await rowsOf(tables, 1)).toEqual(b);
    expect(await rowsOf(tables, 0)).toEqual(a);
    expect(await rowsOf(tables, 0)).toEqual(a);
    await tables.close();
    expect(passes).toEqual({ begun: 1, ended: 1 });
  });

  it("are given from passes of their own where they are too large to be kept", async () => {
    const { passes, ...tables } = reading(300);
    expect(await rowsOf(tables, 1, 1)).toEqual(b.slice(0, 1));
    expect(await rowsOf(tables, 0)).toEqual(a);
    expect(await rowsOf(tables, 1)).toEqual(b);
    await tables.close();
    expect(passes.begun).toBe(3);
    expect(passes.ended).toBe(3);
  });

  it("are each given whole where one outgrows what is kept while another is being given", async () => {
    const { passes, ...tables } = reading(1_000);
    await rowsOf(tables, 0, 2);
    const slow = tables.rows(0);
    const first = (await slow.next()).value as RawRow[];
    const [others, rest] = [await rowsOf(tables, 1), []] as [RawRow[], RawRow[]];
    for await (const batch of slow) rest.push(...batch);
    expect([...first, ...rest]).toEqual(a);
    expect(others).toEqual(b);
    await tables.close();
    expect(passes.begun).toBe(passes.ended);
  });

  it("are given side by side", async () => {
    const { passes, ...tables } = reading();
    const [one, other] = [tables.rows(0), tables.rows(1)];
    const found: [RawRow[], RawRow[]] = [[], []];
    for (let step = 0; step < 10; step += 1) {
      found[0].push(...(((await one.next()).value as RawRow[]) ?? []));
      found[1].push(...(((await other.next()).value as RawRow[]) ?? []));
    }
    expect(found).toEqual([a, b]);
    await Promise.all([one.return(undefined), other.return(undefined), tables.close()]);
    expect(passes.begun).toBe(passes.ended);
  });

  it("are refused to everybody where the file is refused", async () => {
    async function* read(): AsyncGenerator<RawRow[][]> {
      yield [[row(1, "a1")]];
      throw new Error("broken");
    }
    const tables = keptTables(read, 1);
    for (let time = 0; time < 2; time += 1) await expect(rowsOf(tables, 0)).rejects.toThrow("broken");
  });
});
