import type { Context } from "hono";

interface Incoming {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/** Address of the machine a request came from, to count tries by; a proxy's own where one stands in front. */
export function callerAddress(c: Context): string {
  return (c.env as Incoming | undefined)?.incoming?.socket?.remoteAddress ?? "here";
}
