import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ingest, withHome } from "../../pipelines/ingest.ts";
import { publish } from "../../pipelines/publish/publish.ts";
import { reportText } from "./reports.ts";

/**
 * A process that files reports and publishes until it is killed, once it has been told to begin; every line it prints
 * after that is an acknowledgement, or the step that a publication has come to. Arguments: home, folder for its reports, number of the first report.
 */
const [home = "", folder = "", first = "1"] = process.argv.slice(2);
const now = () => new Date();

console.log("ready");
await new Promise((resolve) => process.stdin.once("data", resolve));
for (let number = Number(first); ; number += 1) {
  const path = join(folder, `report-${number}.csv`);
  await writeFile(path, reportText(number));
  const { files } = await ingest(home, now, [path], { patience: 5_000 });
  if (files[0]?.status === "loaded") console.log(`loaded ${files[0].sha256} ${files[0].rows.accepted}`);
  const { release } = await withHome(home, now, "publish", 5_000, (open) =>
    publish(open, { progress: (step) => console.log(`step ${step}`) }),
  );
  console.log(`published ${release}`);
}
