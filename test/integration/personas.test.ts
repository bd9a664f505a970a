import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { validate as readmeValidate } from "@readme/openapi-parser";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Accounts, openAccounts } from "../../api/accounts/accounts.ts";
import { createApp } from "../../api/app.ts";
import { openReleases } from "../../api/release.ts";
import { openRestricted } from "../../api/restricted/restricted.ts";
import { openDocuments } from "../../api/works/documents.ts";
import { openSubmissions } from "../../api/works/submissions.ts";
import { openWorks } from "../../api/works/works.ts";
import { asNew, asSignedIn, type Requested, sending } from "../accounts.ts";
import { emptyFolder } from "../home.ts";
import { documentMatrix } from "./document-matrix.ts";

interface OpenApi {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { responses: Record<string, { content?: Record<string, { schema: object }> }>; security?: unknown }
        >
      >
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** In the order of the columns below. */
const names = [
  "public",
  "researcher",
  "donor",
  "manager",
  "elsewhere",
  "admin",
  "reader",
  "filer",
  "newcomer",
] as const;
type Persona = (typeof names)[number];

/**
 * What each of them gets for each operation. `manager` reaches Guatemala, `elsewhere` Kenya; `reader` and `filer` are tokens
 * of the manager for reading and for filing; `newcomer` is an admin that still has its one-time password.
 */
const matrix: readonly (readonly [operation: string, path: string, body: unknown, ...expected: number[]])[] = [
  ["GET /v1/health", "/v1/health", null, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  ["GET /v1/ready", "/v1/ready", null, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  ["GET /v1/framework", "/v1/framework", null, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  ["GET /v1/countries", "/v1/countries", null, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  ["GET /v1/completeness", "/v1/completeness", null, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  ["GET /v1/standardised", "/v1/standardised?result=ST1", null, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  ["GET /v1/release-changes", "/v1/release-changes", null, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  ["GET /v1/methods", "/v1/methods", null, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  ["GET /v1/releases", "/v1/releases", null, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  ["GET /v1/releases/{release}", "/v1/releases/1", null, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  ["GET /v1/releases/{release}/cells", "/v1/releases/1/cells", null, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  ["GET /v1/releases/{release}/outcomes", "/v1/releases/1/outcomes", null, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  ...documentMatrix,
  [
    "GET /v1/releases/{release}/datapackage.json",
    "/v1/releases/1/datapackage.json",
    null,
    200,
    200,
    200,
    200,
    200,
    200,
    200,
    200,
    403,
  ],
  ["GET /v1/cells", "/v1/cells?country=GTM", null, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  ["GET /v1/cells", "/v1/cells?country=GTM&panel=women", null, 403, 403, 403, 200, 403, 403, 200, 403, 403],
  ["GET /v1/cells", "/v1/cells?project=GTM-S1", null, 403, 403, 403, 200, 403, 403, 200, 403, 403],
  ["GET /v1/cells", "/v1/cells?grant=SAMPLE-GRANT-09", null, 403, 403, -1, 200, 403, 403, 200, 403, 403],
  ["GET /v1/distribution", "/v1/distribution", null, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  ["GET /v1/distribution", "/v1/distribution?country=GTM&type=ngo", null, 403, 403, 403, 200, 403, 403, 200, 403, 403],
  ["GET /v1/change", "/v1/change?from=2024&to=2025", null, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  ["GET /v1/change", "/v1/change?from=2019&to=2025&country=GTM", null, 403, 403, 403, 200, 403, 403, 200, 403, 403],
  ["GET /v1/progress", "/v1/progress", null, 401, 403, -1, 200, 200, 403, 200, 403, 403],
  ["GET /v1/progress", "/v1/progress?project=GTM-S1", null, 401, 403, -1, 200, 403, 403, 200, 403, 403],
  ["GET /v1/observations", "/v1/observations?limit=1", null, 401, 403, 403, 200, 200, 403, 200, 403, 403],
  ["GET /v1/observations", "/v1/observations?limit=1&country=GTM", null, 401, 403, 403, 200, 403, 403, 200, 403, 403],
  [
    "GET /v1/observations/{id}/provenance",
    "/v1/observations/{gtm}/provenance",
    null,
    401,
    403,
    403,
    200,
    403,
    403,
    200,
    403,
    403,
  ],
  [
    "GET /v1/provenance",
    "/v1/provenance?result=ST1&country=GTM&year=2024",
    null,
    401,
    403,
    403,
    200,
    403,
    403,
    200,
    403,
    403,
  ],
  ["GET /v1/outcomes", "/v1/outcomes?country=GTM", null, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  ["GET /v1/traits", "/v1/traits?country=GTM", null, 200, 200, 200, 200, 200, 200, 200, 200, 403],
  ["GET /v1/outcomes/own", "/v1/outcomes/own?country=GTM", null, 401, 403, 403, 200, 403, 403, 200, 403, 403],
  ["GET /v1/actions", "/v1/actions?country=GTM", null, 401, 403, 403, 200, 403, 403, 200, 403, 403],
  ["GET /v1/capacities", "/v1/capacities?country=GTM", null, 401, 403, 403, 200, 403, 403, 200, 403, 403],
  ["GET /v1/ties", "/v1/ties?country=GTM", null, 401, 403, 403, 200, 403, 403, 200, 403, 403],
  ["GET /v1/voices", "/v1/voices?country=GTM", null, 401, 403, 403, 200, 403, 403, 200, 403, 403],
  ["GET /v1/reach", "/v1/reach?country=GTM", null, 401, 403, 403, 200, 403, 403, 200, 403, 403],
  ["GET /v1/pressure", "/v1/pressure?country=GTM", null, 401, 403, 403, 200, 403, 403, 200, 403, 403],
  ["GET /v1/quality", "/v1/quality?country=GTM", null, 401, 403, 403, 200, 403, 403, 200, 403, 403],
  ["GET /v1/indicators", "/v1/indicators?country=GTM", null, 401, 403, 403, 200, 403, 403, 200, 403, 403],
  ["GET /v1/published-results", "/v1/published-results?country=GTM", null, 401, 403, 403, 200, 403, 403, 200, 403, 403],
  ["POST /v1/reports", "/v1/reports?name=x.csv", null, 401, 403, 403, 400, 400, 400, 403, 400, 403],
  ["GET /v1/reports", "/v1/reports", null, 401, 403, 403, 200, 200, 200, 200, 403, 403],
  ["GET /v1/reports/{id}", `/v1/reports/${"0".repeat(24)}`, null, 401, 403, 403, 404, 404, 404, 404, 403, 403],
  [
    "GET /v1/reports/{id}/events",
    `/v1/reports/${"0".repeat(24)}/events`,
    null,
    401,
    403,
    403,
    404,
    404,
    404,
    404,
    403,
    403,
  ],
  [
    "GET /v1/reports/{id}/workbook",
    `/v1/reports/${"0".repeat(24)}/workbook`,
    null,
    401,
    403,
    403,
    404,
    404,
    404,
    404,
    403,
    403,
  ],
  ["GET /v1/review", "/v1/review", null, 401, 403, 403, 200, 200, 200, 403, 403, 403],
  ["GET /v1/review/{held}", "/v1/review/0123456789", null, 401, 403, 403, 404, 404, 404, 403, 403, 403],
  [
    "POST /v1/review/{held}",
    "/v1/review/0123456789",
    { decision: "released" },
    401,
    403,
    403,
    404,
    404,
    404,
    403,
    403,
    403,
  ],
  ["GET /v1/draft", "/v1/draft", null, 401, 403, 403, 409, 409, 403, 409, 403, 403],
  ["POST /v1/releases", "/v1/releases", { note: "x" }, 401, 403, 403, 409, 409, 409, 403, 403, 403],
  ["GET /v1/session", "/v1/session", null, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  ["POST /v1/session", "/v1/session", { name: "nobody", password: "x" }, 401, 401, 401, 401, 401, 401, 401, 401, 401],
  [
    "PUT /v1/session/password",
    "/v1/session/password",
    { current: "x", next: "y" },
    401,
    400,
    400,
    400,
    400,
    400,
    403,
    403,
    400,
  ],
  ["GET /v1/session/tokens", "/v1/session/tokens", null, 401, 200, 200, 200, 200, 200, 200, 200, 200],
  [
    "POST /v1/session/tokens",
    "/v1/session/tokens",
    { label: "x", days: 1 },
    401,
    201,
    201,
    201,
    201,
    201,
    403,
    403,
    201,
  ],
  ["DELETE /v1/session/tokens/{id}", "/v1/session/tokens/none", null, 401, 404, 404, 404, 404, 404, 403, 403, 404],
  [
    "POST /v1/session/passkeys/options",
    "/v1/session/passkeys/options",
    null,
    401,
    200,
    200,
    200,
    200,
    200,
    403,
    403,
    200,
  ],
  [
    "POST /v1/session/passkeys",
    "/v1/session/passkeys",
    { response: { id: "x" } },
    401,
    400,
    400,
    400,
    400,
    400,
    403,
    403,
    400,
  ],
  ["GET /v1/session/passkeys", "/v1/session/passkeys", null, 401, 200, 200, 200, 200, 200, 403, 403, 200],
  ["DELETE /v1/session/passkeys/{id}", "/v1/session/passkeys/none", null, 401, 404, 404, 404, 404, 404, 403, 403, 404],
  [
    "POST /v1/session/passkey/options",
    "/v1/session/passkey/options",
    null,
    200,
    200,
    200,
    200,
    200,
    200,
    200,
    200,
    200,
  ],
  [
    "POST /v1/session/passkey",
    "/v1/session/passkey",
    { response: { id: "x" } },
    401,
    401,
    401,
    401,
    401,
    401,
    401,
    401,
    401,
  ],
  ["GET /v1/session/oidc", "/v1/session/oidc", null, 404, 404, 404, 404, 404, 404, 404, 404, 404],
  [
    "GET /v1/session/oidc/callback",
    "/v1/session/oidc/callback?code=x&state=y",
    null,
    404,
    404,
    404,
    404,
    404,
    404,
    404,
    404,
    404,
  ],
  ["GET /v1/accounts", "/v1/accounts", null, 401, 403, 403, 403, 403, 200, 403, 403, 403],
  ["POST /v1/accounts", "/v1/accounts", { name: "zoe", role: "manager" }, 401, 403, 403, 403, 403, 400, 403, 403, 403],
  ["PATCH /v1/accounts/{name}", "/v1/accounts/nobody", { disabled: true }, 401, 403, 403, 403, 403, 404, 403, 403, 403],
  [
    "POST /v1/accounts/{name}/password",
    "/v1/accounts/nobody/password",
    null,
    401,
    403,
    403,
    403,
    403,
    404,
    403,
    403,
    403,
  ],
  ["GET /v1/accounts/{name}/tokens", "/v1/accounts/manager/tokens", null, 401, 403, 403, 403, 403, 200, 403, 403, 403],
  [
    "DELETE /v1/accounts/{name}/tokens/{id}",
    "/v1/accounts/manager/tokens/none",
    null,
    401,
    403,
    403,
    403,
    403,
    404,
    403,
    403,
    403,
  ],
  ["DELETE /v1/session", "/v1/session", null, 204, 204, 204, 204, 204, 204, 204, 204, 204],
];

let app: ReturnType<typeof createApp>;
let accounts: Accounts;
let close: () => Promise<void>;
let document: OpenApi;
const as = {} as Record<Persona, Requested>;
const faults: string[] = [];

beforeAll(async () => {
  const folder = await emptyFolder("personas");
  const home = join(folder, "home");
  const releasesFolder = join(inject("sampleHome"), "releases");
  accounts = await openAccounts(home, { keys: join(folder, "keys") });
  const releases = openReleases(releasesFolder);
  const restricted = openRestricted(releasesFolder, releases);
  const works = openWorks({
    home: join(folder, "empty-home"),
    child: fileURLToPath(new URL("../../pipelines/asked/child.js", import.meta.url)),
    compilerOptions: fileURLToPath(new URL("../../tsconfig.base.json", import.meta.url)),
  });
  const say = (line: string) => faults.push(line);
  const submissions = await openSubmissions(home, accounts, works, () => new Date(), say);
  const documents = openDocuments({
    home: inject("sampleHome"),
    child: fileURLToPath(new URL("../../commands/asked/child.js", import.meta.url)),
    compilerOptions: fileURLToPath(new URL("../../tsconfig.base.json", import.meta.url)),
    say,
  });
  app = createApp({ releases, accounts, restricted, works: { works, submissions }, documents, say });
  document = (await (await app.request("/openapi.json")).json()) as OpenApi;
  close = async () => {
    await Promise.all([works.close(), documents.close()]);
    restricted.close();
    accounts.close();
    await releases.close();
  };

  as.public = async (path, init) => app.request(path, init);
  as.researcher = await asNew(app, accounts, { name: "researcher", role: "researcher", scope: {} });
  as.donor = await asNew(app, accounts, { name: "donor", role: "donor", scope: { donors: ["donor-e"] } });
  as.manager = await asNew(app, accounts, { name: "manager", role: "manager", scope: { countries: ["GTM"] } });
  as.elsewhere = await asNew(app, accounts, { name: "elsewhere", role: "manager", scope: { countries: ["KEN"] } });
  as.admin = await asNew(app, accounts, { name: "admin", role: "admin", scope: {} });
  const { id } = await accounts.people.find("manager");
  for (const [persona, use] of [
    ["reader", "read"],
    ["filer", "file"],
  ] as const) {
    const { secret } = await accounts.tokens.make(id, { label: persona, uses: [use], days: 1 });
    as[persona] = async (path, init = {}) =>
      app.request(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${secret}` } });
  }
  const { password } = await accounts.people.add({ name: "newcomer", role: "admin", scope: {}, oneTime: true });
  as.newcomer = await asSignedIn(app, "newcomer", password);
});
afterAll(async () => {
  expect(faults).toEqual([]);
  expect(accounts.audit.verify().differences).toEqual([]);
  await close();
});

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );

describe("who may ask what", () => {
  it("is told for every operation that the API describes", () => {
    const told = new Set(matrix.map(([operation]) => operation));
    expect(operations().filter((operation) => !told.has(operation))).toEqual([]);
    expect([...told].filter((operation) => !operations().includes(operation))).toEqual([]);
  });

  it("is as told, for every persona", async () => {
    const { observations } = (await (await as.manager("/v1/observations?limit=1&country=GTM")).json()) as {
      observations: { id: number }[];
    };
    const wrong: unknown[] = [];
    for (const [operation, path, body, ...expected] of matrix) {
      const method = operation.split(" ")[0] as string;
      const address = path.replace("{gtm}", String(observations[0]?.id));
      for (const [at, persona] of names.entries()) {
        const init = body === null ? { method } : sending(method, body);
        const response = await as[persona](address, init);
        const { status } = response;
        const answer = await response.text();
        // What a donor gets of its own depends on whether the release has a file for it: never a fault, never rows.
        const due = expected[at] === -1 ? [200, 403, 404] : [expected[at]];
        if (!due.includes(status)) wrong.push([persona, operation, address, status, due, answer.slice(0, 200)]);
        if (status >= 400) {
          expect([persona, address, response.headers.get("content-type")?.split(";")[0]]).toEqual([
            persona,
            address,
            "application/problem+json",
          ]);
          expect(JSON.parse(answer)).toMatchObject({ status, code: expect.any(String) });
        }
        if (persona !== "public" && status < 400) expect(response.headers.get("cache-control")).toMatch(/no-store/);
      }
    }
    expect(wrong).toEqual([]);
  }, 900_000);
});

describe("the description of the whole API", () => {
  it("is OpenAPI 3.1 to two independent validators, and marks what needs an account", async () => {
    expect(await new Validator().validate(structuredClone(document) as never)).toMatchObject({ valid: true });
    expect(await readmeValidate(structuredClone(document) as never)).toMatchObject({ valid: true });
    for (const [operation, path, body, expected] of matrix.filter(([, , , open]) => open === 401)) {
      if (operation === "POST /v1/session" || operation === "POST /v1/session/passkey") continue;
      const [method, route] = operation.split(" ") as [string, string];
      // Where some of it is open, an account is needed for the rest alone.
      const open = matrix.some(([other, , , anybody]) => other === operation && anybody === 200) ? [{}] : [];
      const { security } = document.paths[route]?.[method.toLowerCase()] ?? {};
      expect([operation, path, body, expected, security]).toEqual([
        operation,
        path,
        body,
        401,
        [...open, { session: [] }, { token: [] }],
      ]);
    }
  });

  it("holds for what managers are answered", async () => {
    const again = await asNew(app, accounts, { name: "again", role: "manager", scope: { countries: ["GTM", "COL"] } });
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: "openapi", components: document.components });
    for (const path of [
      "/v1/session",
      "/v1/cells?country=GTM",
      "/v1/cells?project=GTM-S1&by=world",
      "/v1/distribution",
      "/v1/change?from=2019&to=2025&country=GTM",
      "/v1/change?from=2024&to=2025",
      "/v1/progress",
      "/v1/progress?grant=SAMPLE-GRANT-01",
      "/v1/observations?limit=50",
      "/v1/provenance?result=ST1&country=GTM&year=2024",
      "/v1/quality",
      "/v1/quality?by=country",
      "/v1/indicators",
      "/v1/published-results",
      "/v1/reports",
      "/v1/session/tokens",
    ]) {
      const response = await again(path);
      expect([path, response.status]).toEqual([path, 200]);
      const schema =
        document.paths[path.split("?")[0] as string]?.get?.responses["200"]?.content?.["application/json"]?.schema;
      const check = ajv.compile(
        JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components')) as object,
      );
      expect([path, check(await response.json()), check.errors]).toEqual([path, true, null]);
    }
  });
});
