import type { Context } from "hono";

interface Incoming {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/**
 * Address of the machine a request came from, to count tries by. Behind a proxy (`trama serve --address`) it is the last
 * one of X-Forwarded-For, which the proxy itself adds.
 */
export function callerAddress(c: Context, proxied: boolean): string {
  const forwarded = proxied ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  if (forwarded) return forwarded;
  return (c.env as Incoming | undefined)?.incoming?.socket?.remoteAddress ?? "here";
}
