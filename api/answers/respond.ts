import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { Format } from "../contract/index.ts";
import type { OpenRelease, Releases } from "../release.ts";
import { type Answer, accepted, bytesOf } from "./formats.ts";
import { keptWithin } from "./kept.ts";
import { isUnchanged } from "./unchanged.ts";

declare module "hono" {
  interface ContextVariableMap {
    /** The release that an answer was given from, and its bytes, where they are the same for all who ask; set by `respond`. */
    published: { readonly release: number; readonly etag: string; readonly body: Uint8Array } | undefined;
  }
}

interface Written {
  readonly release: number;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

const cacheBytes = 64 * 1024 * 1024;
/** What an answer costs beside its bytes: its key, its tag, its place. */
const overhead = 1024;

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
  const kept = keptWithin<Written>(cacheBytes, ({ body }) => body.length + overhead);

  return (c, format, question, answer) =>
    releases.read(async (release) => {
      if (ofRelease !== release.number) {
        ofRelease = release.number;
        kept.clear();
      }
      const chosen = format ?? accepted(c.req.header("accept"));
      const key = `${c.req.path} ${chosen} ${JSON.stringify(question)}`;
      const found = kept.get(key);
      const writing = found ?? answer(release).then((made) => write(release.number, chosen, made));
      if (!found) kept.set(key, writing);
      return send(c, await writing);
    });
}

function write(release: number, format: Format, answer: Answer): Written {
  const { body, type } = bytesOf(format, answer);
  const digest = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  return { release, body, type, etag: `"r${release}-${digest}"` };
}

function send(c: Context, { release, body, type, etag }: Written): Response {
  c.set("published", { release, etag, body });
  c.header("ETag", etag);
  c.header("Cache-Control", "public, max-age=300");
  c.header("Vary", "Accept, Accept-Encoding");
  if (isUnchanged(c.req.header("if-none-match"), etag)) return c.body(null, 304);
  c.header("Content-Type", type);
  return c.body(body);
}
