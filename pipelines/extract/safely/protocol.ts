import type { Format, RawRow } from "../../step.ts";
import type { SheetHead } from "./head.ts";

/** What the reading process is asked. */
export type Request =
  | { readonly kind: "open"; readonly path: string; readonly name: string }
  | { readonly kind: "rows"; readonly sheet: number }
  /** One more batch may come. */
  | { readonly kind: "more" }
  | { readonly kind: "stop" }
  | { readonly kind: "close" };

/** What it answers. */
export type Answer =
  | { readonly kind: "ready" }
  | { readonly kind: "opened"; readonly format: Format; readonly sheets: readonly SheetHead[] }
  | { readonly kind: "refused"; readonly code: string; readonly message: string }
  | { readonly kind: "batch"; readonly rows: readonly RawRow[] }
  | { readonly kind: "end" }
  | { readonly kind: "stopped" }
  | { readonly kind: "failed"; readonly message: string };

/** Batches that may be under way before the reader has taken one. */
export const window = 4;
