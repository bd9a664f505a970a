import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { createApp } from "../../../api/app.ts";
import {
  type Address,
  type AnswerTo,
  type BodyOf,
  type CellsAnswer,
  type DataPackage,
  type Held,
  operations,
  type Release,
  type Session,
} from "../../../api/contract/index.ts";
import type { Documents } from "../../../api/works/documents.ts";
import type { Submissions } from "../../../api/works/submissions.ts";
import type { Works } from "../../../api/works/works.ts";
import { homeWithAccounts } from "../../accounts.ts";
import { signInto } from "../../sign-in.ts";

type Content = Record<string, { schema?: unknown }> | undefined;
interface Described {
  readonly type: string;
  readonly route: {
    readonly method: string;
    readonly path: string;
    readonly request?: { readonly body?: { readonly content?: Content } };
    readonly responses: Record<string, { readonly content?: Content }>;
  };
}

let made: Awaited<ReturnType<typeof homeWithAccounts>>;
let whole: Awaited<ReturnType<typeof signInto>>;
let described: Map<string, Described["route"]>;
beforeAll(async () => {
  made = await homeWithAccounts();
  whole = await signInto(made.home);
  const { accounts, releases } = made;
  // Routes of work are described without any work being done: nothing is asked of these here.
  const works = { works: {} as Works, submissions: {} as Submissions };
  const app = createApp({ accounts, releases, restricted: whole.restricted, works, documents: {} as Documents });
  described = new Map(
    (app.openAPIRegistry.definitions as unknown as Described[])
      .filter(({ type }) => type === "route")
      .map(({ route }) => [`${route.method.toUpperCase()} ${route.path}`, route]),
  );
});
afterAll(async () => {
  await whole.close();
  made.accounts.close();
});

describe("the types that callers ask through", () => {
  it("name every operation that the API describes, and no other", () => {
    expect(Object.keys(operations).sort()).toEqual([...described.keys()].sort());
  });

  it("are those of the very schemas that the routes answer and read by", () => {
    for (const [name, { body, answer }] of Object.entries(operations)) {
      const route = described.get(name);
      const good = Object.entries(route?.responses ?? {}).filter(([status]) => /^(2|302)/.test(status));
      const schemas = new Set(good.map(([, { content }]) => content?.["application/json"]?.schema ?? null));
      expect([name, schemas.has(answer), schemas.size]).toEqual([name, true, 1]);
      expect([name, (route?.request?.body?.content?.["application/json"]?.schema ?? null) === body]).toEqual([
        name,
        true,
      ]);
    }
  });

  it("tell what is answered from the address alone, and refuse addresses that are not there", () => {
    expectTypeOf<AnswerTo<"GET", `/v1/cells?${string}`>>().toEqualTypeOf<CellsAnswer>();
    expectTypeOf<AnswerTo<"GET", "/v1/releases/1">>().toEqualTypeOf<z.output<typeof Release>>();
    expectTypeOf<AnswerTo<"GET", "/v1/releases/1/datapackage.json">>().toEqualTypeOf<z.output<typeof DataPackage>>();
    expectTypeOf<AnswerTo<"POST", "/v1/session">>().toEqualTypeOf<Session>();
    expectTypeOf<AnswerTo<"POST", `/v1/review/${string}`>>().toEqualTypeOf<Held>();
    expectTypeOf<BodyOf<"POST", "/v1/session">>().toEqualTypeOf<{ name: string; password: string }>();
    expectTypeOf<BodyOf<"DELETE", "/v1/session">>().toEqualTypeOf<null>();
    expectTypeOf<"/v1/cell">().not.toExtend<Address<"GET">>();
    expectTypeOf<"/v1/cells">().not.toExtend<Address<"POST">>();
    expectTypeOf<"/v1/cells?by=world">().toExtend<Address<"GET">>();
  });
});
