import { readdir } from "node:fs/promises";
import type { Catalogue, Messages } from "./messages.ts";

let catalogue: Promise<Catalogue> | undefined;

/** Every language whose file lies in this folder, read once. */
export function readCatalogue(): Promise<Catalogue> {
  catalogue ??= read();
  return catalogue;
}

async function read(): Promise<Catalogue> {
  const names = (await readdir(new URL(".", import.meta.url))).filter((name) => /^[a-z]{2}\.ts$/.test(name)).sort();
  const files = names.map(async (name) => {
    const lang = name.slice(0, 2);
    const { messages } = (await import(new URL(name, import.meta.url).href)) as { messages: Messages };
    return [lang, messages] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}
