import { join } from "node:path";
import { expect, it } from "vitest";
import { withHome } from "../../pipelines/ingest.ts";
import { verify } from "../../pipelines/keep/verify.ts";
import { listReleases, releaseTrouble } from "../../pipelines/publish/releases.ts";
import { releaseHistory } from "../../pipelines/receive/history.ts";
import { emptyFolder } from "../home.ts";
import { startToKill } from "./killed.ts";
import { storedReports } from "./stored.ts";

const kills = Number(process.env.TRAMA_KILLS ?? 20);
const now = () => new Date();
/** Every third kill falls within so many milliseconds after a release was checked: while it is put in place. */
const puttingInPlace = 120;

it(
  `loses and doubles nothing when the writer is killed ${kills} times at random moments of filing and publishing`,
  async () => {
    const home = join(await emptyFolder("kills"), "home");
    const folder = await emptyFolder("kills-reports");
    const acknowledged = new Map<string, number>();
    const published = new Set<number>();
    const count = { kills: 0, lost: 0, doubled: 0, halfReleases: 0, differences: 0, finished: 0 };
    let writer = startToKill("writer.ts", home, folder, 1);
    // One report and one release first, to know how long they take on this machine now.
    const started = Date.now();
    let cycle = 0;
    const remember = (lines: readonly string[]) => {
      for (const line of lines) {
        const [kind, what, rows] = line.split(" ") as [string, string, string];
        if (kind === "loaded") acknowledged.set(what, Number(rows));
        if (kind === "published") published.add(Number(what));
      }
    };
    remember(await writer.run(0, "published"));
    cycle = Date.now() - started;
    writer = startToKill("writer.ts", home, folder, 500);
    for (let round = 0; round < kills; round += 1) {
      const last = round % 3 === 2;
      remember(
        await (last ? writer.run(Math.random() * puttingInPlace, "step check") : writer.run(Math.random() * cycle)),
      );
      count.kills += 1;
      writer = startToKill("writer.ts", home, folder, 1 + 1000 * (round + 1));
      await withHome(
        home,
        now,
        "check",
        5_000,
        async (open) => {
          const found = await verify(open, { quick: round % 10 !== 9 && round !== kills - 1 });
          count.finished += found.settled.length;
          count.differences += found.differences.length;
          expect(found.differences).toEqual([]);
          const { releases } = releaseHistory(open.ledger.lines());
          for (const release of published) if (!releases.some((known) => known.release === release)) count.lost += 1;
          const whole = await listReleases(open.releases);
          for (const release of whole) {
            const known = releases.find((candidate) => candidate.release === release);
            if (!known || (await releaseTrouble(open.releases, known)).length > 0) count.halfReleases += 1;
          }
        },
        { settling: false },
      );
      const stored = await storedReports(home);
      for (const [sha256, rows] of acknowledged)
        if (stored.find((report) => report.sha256 === sha256)?.rows !== rows) count.lost += 1;
      count.doubled += stored.length - new Set(stored.map(({ sha256 }) => sha256)).size;
      for (const { rows } of stored) if (rows !== 6) count.doubled += 1;
    }
    await writer.stop();
    console.log(
      `${count.kills} kills, ${acknowledged.size} reports and ${published.size} releases acknowledged: ${count.lost} lost, ${count.doubled} doubled, ${count.halfReleases} half releases, ${count.differences} differences after restart (${count.finished} left half done and finished)`,
    );
    expect(count).toMatchObject({ kills, lost: 0, doubled: 0, halfReleases: 0, differences: 0 });
  },
  kills * 20_000,
);
