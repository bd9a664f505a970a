import { join } from "node:path";
import { ingest } from "../../pipelines/ingest.ts";

/**
 * A process that files large reports until it is killed, once it has been told to begin; every line it prints after that
 * is an acknowledgement. Arguments: home, folder of the reports, number of the first.
 */
const [home = "", folder = "", first = "1"] = process.argv.slice(2);

console.log("ready");
await new Promise((resolve) => process.stdin.once("data", resolve));
for (let number = Number(first); ; number += 1) {
  const { files } = await ingest(home, () => new Date(), [join(folder, `report-${number}.csv`)], { patience: 5_000 });
  if (files[0]?.status === "loaded") console.log(`loaded ${files[0].sha256} ${files[0].rows.accepted}`);
}
