/// <reference types="vite/client" />
import type { Catalogue, Messages } from "./messages.ts";

const files = import.meta.glob<Messages>("./[a-z][a-z].ts", { eager: true, import: "messages" });

/** Every language, bundled: three of them together are smaller than one more request is slow. */
export const catalogue: Catalogue = Object.fromEntries(
  Object.entries(files).map(([file, messages]) => [file.slice(2, 4), messages]),
);
