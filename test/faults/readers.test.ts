import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createApp } from "../../api/app.ts";
import { openReleases } from "../../api/release.ts";
import { withHome } from "../../pipelines/ingest.ts";
import { withdraw } from "../../pipelines/publish/reach.ts";
import { fileReports, filledHome, now, publishIn } from "./homes.ts";

const publishes = 50;

it(`answers every request whole while ${publishes} releases are published and old ones are removed`, async () => {
  const home = await filledHome(6, 1);
  const releases = openReleases(join(home, "releases"));
  const app = createApp({ releases });
  const digests = new Map<number, Set<string>>();
  const count = { answers: 0, failed: 0, mixed: 0 };
  let going = true;

  const read = async (path: string) => {
    while (going) {
      const answer = await app.request(path);
      const body = await answer.text();
      count.answers += 1;
      if (answer.status !== 200) count.failed += 1;
      else if (path.startsWith("/v1/cells")) {
        const { release, cells } = JSON.parse(body) as { release: number; cells: { as_of: number }[] };
        const digest = createHash("sha256").update(`${path}${body}`).digest("hex");
        const known = digests.get(release) ?? new Set();
        digests.set(release, known.add(digest));
        const named = Number(/^"r(\d+)-/.exec(answer.headers.get("etag") ?? "")?.[1]);
        // A cell may be as it was in an earlier release, never as in a later one.
        if (named !== release || cells.some(({ as_of }) => as_of > release) || known.size > 2) count.mixed += 1;
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const readers = ["/v1/cells", "/v1/cells?by=region", "/v1/countries", "/v1/health"].map(read);
  for (let number = 0; number < publishes; number += 1) {
    if (number % 10 === 5) await fileReports(home, 1, 100 + number);
    await publishIn(home);
  }
  going = false;
  await Promise.all(readers);
  await releases.close();
  console.log(
    `${publishes} publishes under load: ${count.answers} answers from ${digests.size} releases, ${count.failed} failed, ${count.mixed} mixed`,
  );
  expect(count).toMatchObject({ failed: 0, mixed: 0 });
  expect(digests.size).toBeGreaterThan(publishes / 2);
}, 600_000);

it("tells readers of a withdrawn release that it was withdrawn, and shows the newest that is kept", async () => {
  const home = await filledHome(4, 2);
  const releases = openReleases(join(home, "releases"));
  const app = createApp({ releases });
  const ask = async (path: string) => {
    const answer = await app.request(path);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  expect((await ask("/v1/cells")).body.release).toBe(2);
  expect((await ask("/v1/releases/2")).body).toMatchObject({
    release: 2,
    current: true,
    ledger_head: expect.stringMatching(/^[0-9a-f]{64}$/),
  });

  await withHome(home, now, "withdraw", 0, (open) => withdraw(open, 2));
  expect((await ask("/v1/cells")).body.release).toBe(1);
  expect(await ask("/v1/releases/2")).toMatchObject({ status: 410, body: { code: "release.withdrawn" } });
  expect((await ask("/v1/releases")).body).toMatchObject({ releases: [{ release: 1, current: true }] });

  await withHome(home, now, "withdraw", 0, (open) => withdraw(open, 1));
  expect(await ask("/v1/cells")).toMatchObject({ status: 410, body: { code: "release.withdrawn" } });

  expect((await publishIn(home)).release).toBe(3);
  expect((await ask("/v1/cells")).body.release).toBe(3);
  await releases.close();
});
