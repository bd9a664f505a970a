import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openWriter } from "@trama/data/store";
import { emptyFolder } from "../home.ts";

/** A working store as an earlier version of Trama left it, made from statements; its path. */
export async function storeFrom(...scripts: readonly string[]): Promise<string> {
  const path = join(await emptyFolder("migration"), "working.duckdb");
  const store = await openWriter(path);
  const connection = await store.connect();
  for (const script of scripts)
    for (const statement of (await readFile(join(import.meta.dirname, script), "utf8")).split(";\n"))
      if (statement.trim() !== "") await connection.run(statement);
  connection.closeSync();
  store.close();
  return path;
}
