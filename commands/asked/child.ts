import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DocumentMade } from "../../api/works/documents.ts";
import { HomeTrouble } from "../../pipelines/home.ts";
import { exportIati } from "../../pipelines/publish/export.ts";
import { makeReport } from "../make-report.ts";

/** Makes the one file that this process was started for, telling the serving side of each stage; then it ends. */
const say = (told: object) =>
  new Promise<void>((resolve) => {
    if (process.connected) process.send?.(told, () => resolve());
    else resolve();
  });
const refused = (message: string) => ({ kind: "refused", code: "document.none", message });

process.once("message", (message: unknown) => {
  makeFile(DocumentMade.parse(message))
    .then(say)
    .catch((error: unknown) =>
      say(error instanceof HomeTrouble ? refused(error.message) : { kind: "failed", message: String(error) }),
    )
    .finally(() => {
      if (process.connected) process.disconnect();
    });
});

async function makeFile({ home, out, task }: ReturnType<typeof DocumentMade.parse>): Promise<object> {
  const progress = (stage: string) => void say({ kind: "stage", stage });
  const { release, address } = task;
  if (task.kind === "iati") {
    progress("iati");
    const { publisher, question } = task;
    await exportIati(join(home, "releases"), out, { ...question, release, address, publisher });
  } else {
    const made = await makeReport({ ...task.question, home, release, address, progress });
    if (made.kind === "refused") return refused(made.reason);
    await writeFile(out, made.bytes, { mode: 0o600 });
  }
  return { kind: "done", value: null };
}
