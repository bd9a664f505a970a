import type { RawRow } from "../../step.ts";
import { type Extracted, read } from "../extract.ts";
import { fileInput } from "../input.ts";
import { Refused } from "../refused.ts";
import { headOfSheet } from "./head.ts";
import { type Answer, type Request, window } from "./protocol.ts";

/** The process that reads files on behalf of another: one at a time, killed by its parent when it takes too much. */
let open: Extracted | undefined;
let allowed = 0;
let stopped = false;
let wake = () => {};

process.on("message", (request: Request) => {
  if (request.kind === "more") {
    allowed += 1;
    wake();
  } else if (request.kind === "stop") {
    stopped = true;
    wake();
  } else
    handle(request).catch((error: unknown) =>
      answer(
        error instanceof Refused
          ? { kind: "refused", code: error.code, message: error.message }
          : { kind: "failed", message: String(error) },
      ),
    );
});
process.on("disconnect", () => process.exit(0));
answer({ kind: "ready" });

async function handle(request: Exclude<Request, { kind: "more" | "stop" }>): Promise<void> {
  await (request.kind === "open"
    ? openFile(request.path, request.name)
    : request.kind === "close"
      ? closeFile()
      : sendRows(request.sheet));
}

async function openFile(path: string, called: string): Promise<void> {
  open = await read(await fileInput(path, called));
  const { format } = open;
  const sheets = [];
  for (const sheet of open.sheets) sheets.push(await headOfSheet(sheet));
  answer({ kind: "opened", format, sheets });
}

async function closeFile(): Promise<void> {
  await open?.close();
  open = undefined;
}

async function sendRows(index: number): Promise<void> {
  allowed = window;
  stopped = false;
  for await (const rows of open?.sheets[index]?.rows() ?? ([] as RawRow[][])) {
    while (allowed === 0 && !stopped) await new Promise<void>((resolve) => (wake = resolve));
    if (stopped) return answer({ kind: "stopped" });
    allowed -= 1;
    answer({ kind: "batch", rows });
  }
  answer({ kind: stopped ? "stopped" : "end" });
}

function answer(message: Answer): void {
  process.send?.(message);
}
