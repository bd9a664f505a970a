import { createHash } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import type { Manifest } from "@trama/data/schema";
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import { IatiDocumentQuery, ReportDocumentQuery } from "../contract/index.ts";
import { callerAddress } from "../policies/caller.ts";
import { permit } from "../policies/can.ts";
import { checkMembers } from "../policies/members.ts";
import { Problem, problems } from "../problems.ts";
import type { Documents, DocumentTask, Making } from "../works/documents.ts";
import { account } from "./principal.ts";
import { problem, type Routes } from "./route.ts";

/** What is open needs no account; a donor's own does. */
const security = [{}, ...account];
const params = z.object({ release: z.coerce.number().int().positive() });
const refusals = {
  400: problem("The question cannot be read."),
  401: problem("A donor's own document was asked for, and nobody is signed in."),
  403: problem("The caller may not have this donor's document."),
  404: problem("The release is not kept, or tells nothing of this."),
  410: problem("The release was withdrawn."),
  429: problem("This caller had many made lately; Retry-After says when to try again."),
  503: problem("Too many wait already; Retry-After says when to try again."),
};
const bytes = { schema: z.string().openapi({ format: "binary" }) };
const types = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html",
  xml: "application/xml",
} as const;
const lasting =
  "The address stands for the same file as long as the release is kept. It is made when it is first asked for, which takes some seconds, and kept for a while.";
const events = (what: string) =>
  `Has ${what} made, if it is not at hand, and tells of it as server-sent events: \`progress\` with its \`stage\`, then \`done\` with the \`address\` to fetch it from, or \`problem\`.`;
const told = { description: "The events.", content: { "text/event-stream": { schema: z.string() } } };

const report = createRoute({
  method: "get",
  path: "/v1/releases/{release}/report",
  summary: "A report as PDF, Word document or one HTML file",
  description: `Of a country, a region, the whole, or for one donor of its own figures. ${lasting}`,
  security,
  request: { params, query: ReportDocumentQuery },
  responses: {
    200: { description: "The report.", content: { [types.pdf]: bytes, [types.docx]: bytes, [types.html]: bytes } },
    304: { description: "Not changed." },
    ...refusals,
  },
});

const reportEvents = createRoute({
  method: "get",
  path: "/v1/releases/{release}/report/events",
  summary: "A report while it is being made",
  description: events("the report"),
  security,
  request: { params, query: ReportDocumentQuery },
  responses: { 200: told, ...refusals },
});

const iati = createRoute({
  method: "get",
  path: "/v1/releases/{release}/iati",
  summary: "Results as an IATI 2.03 activity file",
  description: `Of all countries, one, or for one donor of its own grants. ${lasting}`,
  security,
  request: { params, query: IatiDocumentQuery },
  responses: {
    200: { description: "The file.", content: { [types.xml]: { schema: z.string() } } },
    304: { description: "Not changed." },
    ...refusals,
  },
});

const iatiEvents = createRoute({
  method: "get",
  path: "/v1/releases/{release}/iati/events",
  summary: "An IATI file while it is being made",
  description: events("the file"),
  security,
  request: { params, query: IatiDocumentQuery },
  responses: { 200: told, ...refusals },
});

/** Reports and IATI files of a release, made on demand outside this process. */
export const documentRoutes =
  (documents: Documents, address: string | undefined): Routes =>
  (app, { releases }) => {
    const reportOf = (c: Context, release: number, question: ReportDocumentQuery): DocumentTask => {
      permitDocument(c, question);
      return { kind: "report", release, address: ownAddress(c, address), question };
    };
    const iatiOf = (c: Context, release: number, question: IatiDocumentQuery): DocumentTask => {
      permitDocument(c, question);
      return { kind: "iati", release, address: ownAddress(c, address), question, publisher: documents.publisher };
    };
    const making = async (c: Context, task: DocumentTask): Promise<Making> => {
      const manifest = await releases.manifest(task.release);
      const { donor } = task.question;
      if (donor !== undefined && manifest.donors?.[donor] === undefined) throw problems.noDonorCells();
      if (task.kind === "iati" && !task.publisher && !manifest.synthetic) throw problems.noPublisher();
      return documents.make(task, versionOf(manifest), callerOf(c, address !== undefined));
    };
    const send = async (c: Context, task: DocumentTask) => answer(c, task, await (await making(c, task)).bytes);
    const tell = async (c: Context, task: DocumentTask) => follow(c, await making(c, task));

    app.openapi(
      report,
      (c) => send(c, reportOf(c, c.req.valid("param").release, c.req.valid("query"))) as Promise<never>,
    );
    app.openapi(
      reportEvents,
      (c) => tell(c, reportOf(c, c.req.valid("param").release, c.req.valid("query"))) as Promise<never>,
    );
    app.openapi(iati, (c) => send(c, iatiOf(c, c.req.valid("param").release, c.req.valid("query"))) as Promise<never>);
    app.openapi(
      iatiEvents,
      (c) => tell(c, iatiOf(c, c.req.valid("param").release, c.req.valid("query"))) as Promise<never>,
    );
  };

/** What is open is for everybody; a donor's own is for that donor, within the grants of its account. */
function permitDocument(c: Context, question: IatiDocumentQuery & { readonly region?: string | undefined }): void {
  const { country, region, donor, grant } = question;
  checkMembers({ country, region });
  const principal = c.get("principal");
  permit(principal, donor === undefined ? "cell.read" : "grant-cell.read", { donor, grant });
  if (donor !== undefined && grant === undefined && principal.kind === "donor" && principal.grants.length > 0)
    throw problems.outOfReach(["grant"]);
}

/** Whom making is counted against: an account, or a machine. */
function callerOf(c: Context, proxied: boolean): { readonly name: string; readonly known: boolean } {
  const principal = c.get("principal");
  if (principal.kind === "public") return { name: `at ${callerAddress(c, proxied)}`, known: false };
  return { name: `by ${principal.account}`, known: true };
}

/** The address that a document cites: the one given to the server, or the one it was asked at. */
function ownAddress(c: Context, address: string | undefined): string {
  return new URL(address ?? c.req.url).origin;
}

/** Tells apart what a release's files hold: an erasure makes them again under the same number. */
function versionOf({ files }: Manifest): string {
  return createHash("sha256").update(JSON.stringify(files)).digest("base64url");
}

function answer(c: Context, task: DocumentTask, file: Buffer): Response {
  const etag = `"r${task.release}-${createHash("sha256").update(file).digest("base64url").slice(0, 22)}"`;
  c.header("ETag", etag);
  c.header("Cache-Control", "public, max-age=300");
  if (c.req.header("if-none-match")?.includes(etag)) return c.body(null, 304);
  const ending = task.kind === "iati" ? "xml" : task.question.format;
  c.header("Content-Disposition", `attachment; filename="${nameOf(task)}.${ending}"`);
  c.header("Content-Type", `${types[ending]}${/^(html|xml)$/.test(ending) ? "; charset=utf-8" : ""}`);
  return c.body(new Uint8Array(file));
}

function nameOf({ kind, release, question }: DocumentTask): string {
  const { country, donor, grant } = question;
  const { region = undefined, time = undefined, lang = undefined } = kind === "report" ? { ...question } : {};
  return ["trama", kind, country ?? region, donor, grant, time?.replace("..", "-"), lang, `release-${release}`]
    .flatMap((part) => (part ? [part.replace(/[^\w-]/g, "_")] : []))
    .join("-");
}

/** Tells of each stage until the file is there, or the listener has gone. */
function follow(c: Context, making: Making): Response {
  c.header("Cache-Control", "no-store");
  // The address of the file is that of its events without the last step.
  const url = new URL(c.req.url);
  const address = `${url.pathname.replace(/\/events$/, "")}${url.search}`;
  return streamSSE(c, async (stream) => {
    let writing = Promise.resolve();
    const say = (event: string, data: object) => {
      writing = writing.then(() => stream.writeSSE({ event, data: JSON.stringify(data) }));
    };
    const stop = making.watch((stage) => say("progress", { stage }));
    const gone = new Promise<void>((resolve) => stream.onAbort(() => resolve()));
    await Promise.race([
      gone,
      making.bytes.then(
        ({ length }) => say("done", { address, bytes: length }),
        (error: unknown) =>
          say("problem", (error instanceof Problem ? error : problems.unexpected()).details as object),
      ),
    ]);
    stop();
    await writing;
  });
}
