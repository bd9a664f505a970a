/// <reference types="vite/client" />
import type { Messages } from "./messages.ts";

const files = import.meta.glob<Messages>("./[a-z][a-z].ts", { import: "messages" });

/** Every language there is; its messages are sent when it is first read. */
export const languages: readonly string[] = Object.keys(files).map((file) => file.slice(2, 4));

/** The messages of one of `languages`. */
export function loadMessages(lang: string): Promise<Messages> {
  return files[`./${lang}.ts`]!();
}
