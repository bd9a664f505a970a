import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../api/app.ts";
import { type Metrics, metrics, serveMetrics } from "../../../api/metrics/metrics.ts";
import { asNew, homeWithAccounts } from "../../accounts.ts";

let made: Awaited<ReturnType<typeof homeWithAccounts>>;
let counted: Metrics;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  made = await homeWithAccounts();
  counted = metrics();
  app = createApp({ releases: made.releases, accounts: made.accounts, metrics: counted });
});
afterAll(() => made.accounts.close());

/** The value of a series, by its name and labels. */
async function seriesOf(name: string, labels: string): Promise<number> {
  const line = (await counted.text()).split("\n").find((one) => one.startsWith(`${name}{${labels}}`));
  return line === undefined ? 0 : Number(line.split(" ").at(-1));
}

describe("metrics", () => {
  it("count requests and their time by route as described, by method and class of answer", async () => {
    for (let turn = 0; turn < 3; turn += 1) await app.request("/v1/health");
    await app.request("/v1/releases/77");
    await app.request("/v1/observations?country=GTM");
    expect(await seriesOf("trama_http_requests_total", 'method="GET",route="/v1/health",status="2xx"')).toBe(3);
    expect(await seriesOf("trama_http_requests_total", 'method="GET",route="/v1/releases/:release",status="4xx"')).toBe(
      1,
    );
    expect(await seriesOf("trama_http_request_seconds_count", 'method="GET",route="/v1/health"')).toBe(3);
  });

  it("hold no value of any request: no code, name, token, address or unknown path, and no more series for more of them", async () => {
    const ana = await asNew(app, made.accounts, { name: "ana-lopez", role: "manager", scope: { countries: ["GTM"] } });
    const ask = async (turn: number) => {
      await ana(`/v1/progress?project=SECRET-PROJECT-${turn}`);
      await ana(`/v1/observations/${turn}7777777/provenance`);
      await app.request(`/v1/nowhere-${turn}/else`, { method: "PROPFIND" });
      await app.request(`/elsewhere-${turn}`, { headers: { authorization: `Bearer trama_${"x".repeat(30)}` } });
    };
    await ask(0);
    const series = (await counted.text()).split("\n").filter((line) => line.startsWith("trama_http")).length;
    for (let turn = 1; turn < 20; turn += 1) await ask(turn);
    const text = await counted.text();
    expect(text).not.toMatch(/SECRET|GTM|ana-lopez|nowhere|elsewhere|PROPFIND|7777777|trama_x/);
    expect(text.split("\n").filter((line) => line.startsWith("trama_http"))).toHaveLength(series);
  });

  it("are answered on this machine at a port of their own, and nowhere on the public side", async () => {
    const served = await serveMetrics(counted, 0);
    const address = `http://127.0.0.1:${served.port}`;
    const response = await fetch(`${address}/metrics`);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, counted.contentType]);
    expect(await response.text()).toMatch(/trama_process_resident_memory_bytes \d/);
    for (const [path, method] of [
      ["/", "GET"],
      ["/v1/health", "GET"],
      ["/metrics", "POST"],
    ] as const)
      expect([path, (await fetch(`${address}${path}`, { method })).status]).toEqual([path, 404]);
    expect((await app.request("/metrics")).status).toBe(404);
    await served.close();
  });
});
