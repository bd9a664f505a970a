import type { Address, AnswerTo, BodyOf, Method, ProblemDetails, Session } from "@trama/api/contract";
import { problemOf } from "./problem.ts";

/** Says in this browser that somebody signed in, so that readers who never do cause no request more. */
const flag = "trama-signed-in";

/** What a change of the session came to; trouble is a value. */
export type Done<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "refused"; readonly problem: ProblemDetails };

/** Who is signed in here; null for a reader. Somebody may just have come back from an identity provider. */
export async function readSession(): Promise<Session | null> {
  if (!remembered() && new URLSearchParams(location.search).get("by") !== "provider") return null;
  const found = await readOwn("/v1/session");
  if (found.kind === "refused") return null;
  remember(found.value.signed_in);
  return found.value.signed_in ? found.value : null;
}

export async function signIn(name: string, password: string): Promise<Done<Session>> {
  const done = await ask("POST", "/v1/session", { name, password });
  if (done.kind === "done") remember(true);
  return done;
}

export async function signOut(): Promise<void> {
  await ask("DELETE", "/v1/session");
  remember(false);
}

export function choosePassword(current: string, next: string): Promise<Done<null>> {
  return ask("PUT", "/v1/session/password", { current, next });
}

/** Asks the API to do something, as its schemas say; a refusal comes back as its problem. */
export function ask<M extends Method, A extends Address<M>>(
  method: M,
  address: A,
  ...body: BodyOf<M, A> extends null ? [] : [BodyOf<M, A>]
): Promise<Done<AnswerTo<M, A>>> {
  return send(method, address, body[0]) as Promise<Done<AnswerTo<M, A>>>;
}

/** Reads what is for the caller alone; a refusal comes back as its problem. */
export function readOwn<A extends Address<"GET">>(address: A): Promise<Done<AnswerTo<"GET", A>>> {
  return send("GET", address) as Promise<Done<AnswerTo<"GET", A>>>;
}

async function send(method: string, address: string, body?: unknown): Promise<Done<unknown>> {
  try {
    const response = await fetch(address, {
      method,
      headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const value = text === "" ? null : JSON.parse(text);
    return response.ok ? { kind: "done", value } : { kind: "refused", problem: problemOf(value) };
  } catch (cause) {
    return { kind: "refused", problem: problemOf(cause) };
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(flag) !== null;
  } catch {
    return false;
  }
}

function remember(yes: boolean): void {
  try {
    if (yes) localStorage.setItem(flag, "");
    else localStorage.removeItem(flag);
  } catch {
    // Storage may be forbidden; the session then lasts as long as the page.
  }
}
