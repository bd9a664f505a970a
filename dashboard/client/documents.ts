import type { ProblemDetails } from "@trama/api/contract";
import { problemOf } from "./problem.ts";

/** Where a file stands that is being made. */
export type MakingStage =
  | { readonly kind: "working"; readonly stage: string }
  | { readonly kind: "done"; readonly bytes: number }
  | { readonly kind: "refused"; readonly problem: ProblemDetails };

/**
 * Has a file made at an address of the API and follows it, then hands it to the browser. Tells of each stage; the last one
 * told is that it is done, or why not.
 */
export async function takeDocument(
  address: string,
  tell: (stage: MakingStage) => void,
  signal: AbortSignal,
  fetcher: typeof fetch = fetch,
): Promise<void> {
  const refuse = (cause: unknown) => signal.aborted || tell({ kind: "refused", problem: problemOf(cause) });
  try {
    const response = await fetcher(address.replace(/(?=\?|$)/, "/events"), {
      headers: { accept: "text/event-stream, application/problem+json" },
      signal,
    });
    if (!response.ok || !response.body) return void refuse(await response.json().catch(() => null));
    for await (const { event, data } of eventsIn(response.body)) {
      if (event === "progress") tell({ kind: "working", stage: String(data.stage) });
      if (event === "problem") return void refuse(data);
      if (event === "done") {
        save(String(data.address));
        return tell({ kind: "done", bytes: Number(data.bytes) });
      }
    }
    refuse(null);
  } catch (cause) {
    refuse(cause);
  }
}

/** The browser asks for the file itself and keeps it under the name that comes with it. */
function save(address: string): void {
  const link = Object.assign(document.createElement("a"), { href: address, download: "" });
  link.dataset.plain = "";
  document.body.append(link);
  link.click();
  link.remove();
}

interface ServerEvent {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The events of a stream, each once it is whole. */
async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += value;
    const parts = text.split("\n\n");
    text = parts.pop() ?? "";
    for (const part of parts) {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, "m").exec(part)?.[1];
      const event = field("event");
      if (event) yield { event, data: JSON.parse(field("data") ?? "{}") };
    }
  }
}
