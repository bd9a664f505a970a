import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { Format } from "../contract/index.ts";
import type { OpenRelease, Releases } from "../release.ts";
import { arrowOf } from "./arrow.ts";
import { csvOf } from "./csv.ts";
import type { Column } from "./table.ts";

/** An answer before it is written: the JSON object, and its rows as columns where it is a table. */
export interface Answer {
  readonly json: unknown;
  readonly columns?: () => readonly Column[];
}

interface Written {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

const types: Record<Format, string> = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  arrow: "application/vnd.apache.arrow.stream",
};
const cacheBytes = 64 * 1024 * 1024;

/** Answers requests from the current release, each answer written once per release and kept as bytes. */
export type Respond = (
  c: Context,
  format: Format | undefined,
  question: unknown,
  answer: (release: OpenRelease) => Promise<Answer>,
) => Promise<Response>;

/** Makes the one way in which routes answer: equal questions at the same time cost one query. */
export function responder(releases: Releases): Respond {
  let ofRelease = -1;
  let size = 0;
  const kept = new Map<string, Promise<Written>>();

  return (c, format, question, answer) =>
    releases.read(async (release) => {
      if (ofRelease !== release.number) {
        ofRelease = release.number;
        size = 0;
        kept.clear();
      }
      const chosen = format ?? accepted(c.req.header("accept"));
      const key = `${c.req.path} ${chosen} ${JSON.stringify(question)}`;
      const found = kept.get(key);
      const writing = found ?? answer(release).then((made) => write(release.number, chosen, made));
      if (!found) {
        kept.set(key, writing);
        writing.then(
          ({ body }) => {
            size += body.length;
            for (const old of kept.keys()) {
              if (size <= cacheBytes) break;
              kept.delete(old);
              size = kept.size === 0 ? 0 : size - body.length;
            }
          },
          () => kept.delete(key),
        );
      }
      return send(c, await writing);
    });
}

function write(release: number, format: Format, { json, columns }: Answer): Written {
  const body = bytesOf(format, json, columns);
  const digest = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  return { body, type: columns ? types[format] : types.json, etag: `"r${release}-${digest}"` };
}

function bytesOf(format: Format, json: unknown, columns: Answer["columns"]): Uint8Array<ArrayBuffer> {
  if (columns && format === "csv") return new TextEncoder().encode(csvOf(columns()));
  if (columns && format === "arrow") return new Uint8Array(arrowOf(columns()));
  return new TextEncoder().encode(JSON.stringify(json));
}

function send(c: Context, { body, type, etag }: Written): Response {
  c.header("ETag", etag);
  c.header("Cache-Control", "public, max-age=300");
  c.header("Vary", "Accept, Accept-Encoding");
  const asked = c.req.header("if-none-match");
  if (asked?.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag)) return c.body(null, 304);
  c.header("Content-Type", type);
  return c.body(body);
}

/** The format that an Accept header asks for; JSON where it names none of ours. */
export function accepted(header: string | undefined): Format {
  if (!header) return "json";
  if (header.includes("application/vnd.apache.arrow.stream")) return "arrow";
  return header.includes("text/csv") && !header.includes("application/json") ? "csv" : "json";
}
