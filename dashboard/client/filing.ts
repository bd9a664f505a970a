import type { FiledReport } from "@trama/api/contract";
import { problemOf } from "./problem.ts";
import { type Done, readOwn } from "./session.ts";

/** Where a report stands on its way. */
export type Stage =
  | { readonly kind: "sending"; readonly percent: number }
  | { readonly kind: "waiting" }
  | { readonly kind: "working"; readonly stage: string | null };

/** Files a report: sends it, follows it stage by stage, and gives what came of it. */
export async function fileReport(
  file: File,
  options: { readonly dryRun: boolean },
  tell: (stage: Stage) => void,
): Promise<Done<FiledReport>> {
  const sent = await send(file, options.dryRun, (percent) => tell({ kind: "sending", percent }));
  if (sent.kind === "refused") return sent;
  tell({ kind: "waiting" });
  await follow(sent.value.id, (stage) => tell({ kind: "working", stage }));
  return readOwn(`/v1/reports/${sent.value.id}`);
}

/** Sends the bytes; only this old way of asking tells how much has gone out. */
function send(file: File, dryRun: boolean, tell: (percent: number) => void): Promise<Done<FiledReport>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/v1/reports?name=${encodeURIComponent(file.name)}&dry_run=${dryRun}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? Math.floor((loaded / total) * 100) : 0);
    request.onload = () => {
      const answer = parsed(request.responseText);
      resolve(
        request.status < 300
          ? { kind: "done", value: answer as FiledReport }
          : { kind: "refused", problem: problemOf(answer) },
      );
    };
    request.onerror = () => resolve({ kind: "refused", problem: problemOf(null) });
    request.send(file);
  });
}

/** Listens until the report is done. Where the line breaks the browser calls again; in the end the answer is asked for. */
function follow(id: string, tell: (stage: string | null) => void): Promise<void> {
  return new Promise((resolve) => {
    const events = new EventSource(`/v1/reports/${id}/events`);
    const end = () => {
      events.close();
      resolve();
    };
    events.addEventListener("progress", ({ data }) => tell((parsed(data) as { stage?: string } | null)?.stage ?? null));
    events.addEventListener("done", end);
    events.onerror = () => events.readyState === EventSource.CLOSED && end();
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
