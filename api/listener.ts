import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { App } from "./app.ts";
import type { ReadyAnswers } from "./routes/ready-answers.ts";

/** What a node server does with a request: answers it from what stands ready, or else on the general road. */
export function listenerOf(app: Pick<App, "fetch">, ready: ReadyAnswers, hostname: string): RequestListener {
  const general = getRequestListener(app.fetch, { hostname });
  return (incoming, outgoing) => {
    if (!ready.send(incoming, outgoing)) void general(incoming, outgoing);
  };
}
