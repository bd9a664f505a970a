import { createWriteStream } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { streamSSE } from "hono/streaming";
import { FiledReport, FiledReportsAnswer, FileQuery } from "../contract/index.ts";
import { permit } from "../policies/can.ts";
import { workReachOf } from "../policies/work-reach.ts";
import { problems } from "../problems.ts";
import type { Submission, Submissions } from "../works/submissions.ts";
import { account, signedIn, signInFirst } from "./principal.ts";
import { problem, type Routes } from "./route.ts";

/** The largest report that may be filed over HTTP. */
const most = 50 * 1024 * 1024;
const path = "/v1/reports";

const refusals = { 401: problem("Nobody is signed in."), 403: problem("The caller may not file reports.") };
const answered = { "application/json": { schema: FiledReport } };
const one = { params: z.object({ id: z.string().regex(/^[0-9a-f]{24}$/) }) };

const file = createRoute({
  method: "post",
  path,
  summary: "File a report",
  description:
    "The file as the body with its name in `name`, or as the field `file` of a form; 50 MB at most. It takes the same road as trama ingest. All of its rows must lie within the caller's reach.",
  middleware: [signInFirst] as const,
  security: account,
  request: {
    query: FileQuery,
  },
  // Only told, never looked at here: the file is read in pieces, whatever its type is said to be.
  requestBody: {
    required: true,
    content: {
      "application/octet-stream": { schema: { type: "string", format: "binary" } },
      "multipart/form-data": {
        schema: { type: "object", properties: { file: { type: "string", format: "binary" } }, required: ["file"] },
      },
    },
  },
  responses: {
    200: { description: "Done, where `wait` was asked for.", content: answered },
    202: { description: "Taken; it is being filed.", content: answered },
    400: problem("No file came with it."),
    413: problem("The file is too large."),
    429: problem("Too much is being filed already."),
    ...refusals,
  },
});

const list = createRoute({
  method: "get",
  path,
  summary: "Reports that the caller filed over HTTP",
  description: "The latest first; outcomes are kept for thirty days.",
  middleware: [signInFirst] as const,
  security: account,
  responses: {
    200: { description: "The reports.", content: { "application/json": { schema: FiledReportsAnswer } } },
    ...refusals,
  },
});

const status = createRoute({
  method: "get",
  path: "/v1/reports/{id}",
  summary: "What came of a report",
  description: "Where it stands, and row by row what was accepted, rejected, held or skipped, and why.",
  middleware: [signInFirst] as const,
  security: account,
  request: one,
  responses: {
    200: { description: "What came of it.", content: answered },
    404: problem("The caller filed no report of that number."),
    ...refusals,
  },
});

const events = createRoute({
  method: "get",
  path: "/v1/reports/{id}/events",
  summary: "A report's progress as it goes on",
  description: "Server-sent events: `progress` at each stage, then `done`.",
  middleware: [signInFirst] as const,
  security: account,
  request: one,
  responses: {
    200: { description: "The events.", content: { "text/event-stream": { schema: z.string() } } },
    404: problem("The caller filed no report of that number."),
    ...refusals,
  },
});

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const workbook = createRoute({
  method: "get",
  path: "/v1/reports/{id}/workbook",
  summary: "The sender's own workbook, marked",
  description: "Each cell that needs looking at is coloured, with the reason and the remedy.",
  middleware: [signInFirst] as const,
  security: account,
  request: one,
  responses: {
    200: {
      description: "The workbook.",
      content: { [workbookType]: { schema: z.string().openapi({ format: "binary" }) } },
    },
    404: problem("There is none: nothing needed marking, or it is no longer kept."),
    ...refusals,
  },
});

/** Filing over HTTP. */
export const reportRoutes =
  (submissions: Submissions): Routes =>
  (app) => {
    app.use(path, async (c, next) => {
      // Whoever may not file is told so before anything of the file is read.
      if (c.req.method === "POST") permit(signedIn(c), "report.file");
      await next();
    });
    app.use(
      path,
      bodyLimit({
        maxSize: most + 64 * 1024,
        onError: () => {
          throw problems.tooLarge(most);
        },
      }),
    );
    app.openapi(file, async (c) => {
      const principal = signedIn(c);
      const { name, dry_run, accept_revision, wait } = c.req.valid("query");
      const { id, folder } = await submissions.spool();
      let received: string;
      try {
        received = await receive(c, folder, name);
      } catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw error;
      }
      const how = { reach: workReachOf(principal), acceptRevision: accept_revision, dryRun: dry_run };
      const begun = submissions.begin({ id, path: received }, principal.account, how);
      c.header("Location", `${path}/${id}`);
      if (!wait) return c.json(await said(submissions, begun), 202);
      await submissions.done(id);
      return c.json(await said(submissions, submissions.find(id) as Submission), 200);
    });
    app.openapi(list, async (c) => {
      const principal = signedIn(c);
      permit(principal, "report.read");
      const all = await Promise.all(submissions.of(principal.account).map((one) => said(submissions, one)));
      return c.json({ reports: all.map(({ outcome: _outcome, ...about }) => about) }, 200);
    });
    app.openapi(status, async (c) => {
      const found = own(c, submissions, c.req.valid("param").id);
      if (c.req.header("accept")?.includes(workbookType)) return sendWorkbook(c, submissions, found) as never;
      return c.json(await said(submissions, found), 200);
    });
    app.openapi(workbook, (c) => sendWorkbook(c, submissions, own(c, submissions, c.req.valid("param").id)) as never);
    app.openapi(events, (c) => {
      const { id } = own(c, submissions, c.req.valid("param").id);
      return streamSSE(c, (stream) => tell(stream, submissions, id)) as never;
    });
  };

/** Tells of each stage until the report is done, or the listener has gone. */
async function tell(
  stream: Parameters<Parameters<typeof streamSSE>[1]>[0],
  submissions: Submissions,
  id: string,
): Promise<void> {
  const waiting: Submission[] = [submissions.find(id) as Submission];
  let wake = () => {};
  const stop = submissions.watch(id, (change) => {
    waiting.push(change);
    wake();
  });
  stream.onAbort(() => wake());
  try {
    while (!stream.aborted) {
      const next = waiting.shift();
      if (!next) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      const done = next.status === "done" || next.status === "refused";
      const data = JSON.stringify({ id, status: next.status, stage: next.stage });
      await stream.writeSSE({ event: done ? "done" : "progress", data });
      if (done) return;
    }
  } finally {
    stop();
  }
}

function own(c: Context, submissions: Submissions, id: string): Submission {
  const principal = signedIn(c);
  permit(principal, "report.read");
  const found = submissions.find(id);
  if (found?.account !== principal.account) throw problems.reportUnknown();
  c.header("Cache-Control", "private, no-store");
  return found;
}

async function said(submissions: Submissions, { account: _account, ...about }: Submission): Promise<FiledReport> {
  const ended = about.status === "done" || about.status === "refused";
  const outcome = ended ? ((await submissions.outcome(about.id)) ?? null) : null;
  return { ...about, outcome, workbook: outcome?.marked ? `${path}/${about.id}/workbook` : null };
}

async function sendWorkbook(c: Context, submissions: Submissions, { id }: Submission): Promise<Response> {
  const bytes = await submissions.workbook(id);
  if (!bytes) throw problems.reportUnknown();
  return c.body(new Uint8Array(bytes), 200, {
    "Content-Type": workbookType,
    "Content-Disposition": 'attachment; filename="marked.xlsx"',
  });
}

/** Writes the file that came with a request into a folder, in pieces where it is the body itself. */
async function receive(c: Context, folder: string, name: string | undefined): Promise<string> {
  const type = c.req.header("content-type") ?? "";
  if (type.startsWith("multipart/form-data")) {
    const form = await c.req.raw.formData().catch(() => undefined);
    const sent = form?.get("file");
    if (!(sent instanceof File) || sent.size === 0) throw problems.nothingFiled();
    const place = join(folder, safeName(sent.name));
    await writeFile(place, Buffer.from(await sent.arrayBuffer()), { mode: 0o600 });
    return place;
  }
  const { body } = c.req.raw;
  if (!body || name === undefined) throw problems.nothingFiled();
  const place = join(folder, safeName(name));
  let size = 0;
  const limit = new Transform({
    transform(piece: Buffer, _encoding, next) {
      size += piece.length;
      next(size > most ? problems.tooLarge(most) : null, piece);
    },
  });
  await pipeline(Readable.fromWeb(body as never), limit, createWriteStream(place, { mode: 0o600 }));
  if (size === 0) throw problems.nothingFiled();
  return place;
}

/** A file name as one part of a path, whatever was sent. */
function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const safe = last
    .replace(/[^\p{L}\p{N} ._()-]/gu, "_")
    .replace(/^[. ]+/, "")
    .slice(-100);
  return safe === "" ? "report" : safe;
}
