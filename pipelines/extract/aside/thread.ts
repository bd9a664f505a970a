import { parentPort } from "node:worker_threads";
import { pieces } from "../../receive/pieces.ts";
import { columnsOf, grouping } from "../csv-groups.ts";
import { scanInput } from "../csv-input.ts";
import { fileInput } from "../input.ts";
import { Refused } from "../refused.ts";
import { type Answer, type Request, turn, underWay } from "./protocol.ts";

/** Bytes that are scanned at a time, few enough to stay near the processor. */
const piece = 1 << 18;

/** Scans delimited files on behalf of the thread that judges their rows, one at a time. */
let sent = 0;
let ended = false;
let wake = () => {};

parentPort?.on("message", (request: Request) => {
  if (request.kind === "scan") scan(request).catch((error: unknown) => answer(troubleOf(error)));
  else if (request.kind === "taken") {
    sent -= request.bytes;
    wake();
  } else {
    ended = true;
    wake();
    parentPort?.close();
  }
});

async function scan({ path, how, groups }: Extract<Request, { kind: "scan" }>): Promise<void> {
  sent = 0;
  const { places, columns: columnsOfGroups } = columnsOf(groups);
  const numbered = grouping(columnsOfGroups);
  const told = places.map(() => ({ texts: undefined as readonly (string | null)[] | undefined, count: 0 }));
  const toldGroups = groups.map(() => ({ round: -1, count: 0 }));
  const input = { ...(await fileInput(path)), chunks: () => pieces(path, piece) };
  for await (const batch of scanInput(input, how, places)) {
    const { count, rows } = batch;
    const numbers = new Int32Array((groups.length + 1) * count);
    numbers.set(rows.subarray(0, count));
    const combinations = numbered(batch).map(({ columns, codes, round, combinations }, index) => {
      numbers.set(codes.subarray(0, count), (index + 1) * count);
      const before = toldGroups[index] as (typeof toldGroups)[number];
      const from = before.round === round ? before.count : 0;
      toldGroups[index] = { round, count: combinations.size };
      const width = columns.length;
      return { round, combinations: combinations.members.slice(from * width, combinations.size * width) };
    });
    const dictionaries = batch.columns.map(({ texts }, index) => {
      const before = told[index] as (typeof told)[number];
      const fresh = before.texts !== texts;
      const more = texts.slice(fresh ? 0 : before.count);
      told[index] = { texts, count: texts.length };
      return { fresh, texts: more };
    });
    const letters = dictionaries.reduce((sum, { texts }) => sum + lettersOf(texts), 0);
    const bytes = numbers.byteLength + 2 * letters;
    while (!ended && sent >= turn && sent + bytes > underWay)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    if (ended) return;
    sent += bytes;
    answer({ kind: "batch", count, bytes, numbers, columns: dictionaries, groups: combinations }, [numbers.buffer]);
  }
  answer({ kind: "end" });
}

function lettersOf(texts: readonly (string | null)[]): number {
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function troubleOf(error: unknown): Answer {
  if (error instanceof Refused) return { kind: "refused", code: error.code, message: error.message };
  const { message = String(error), code } = error as NodeJS.ErrnoException;
  return { kind: "failed", message, code };
}

function answer(said: Answer, moved: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(said, moved);
}
