import type { Address, AnswerTo } from "@trama/api/contract";
import type { SentMessages } from "../locales/messages.ts";

/** Reads an address of the API, and gives what its schema says is answered there; rejects with the problem otherwise. */
export type Load = <A extends Address<"GET">>(address: A) => Promise<AnswerTo<"GET", A>>;

/** What the server wrote into the page so that the first view needs no further request. */
export interface Seed {
  readonly lang: string;
  readonly messages: SentMessages;
  readonly answers: Readonly<Record<string, unknown>>;
  /** The page that the server wrote, and every file that any page may need. */
  readonly address: string;
  readonly files: readonly string[];
}

/** Reads the API, each path once per visit to it; a failure is not kept, so that trying again tries again. */
export function createApi(seed: Seed, fetcher: typeof fetch = fetch): { load: Load; forget: () => void } {
  const known = new Map<string, Promise<unknown>>(
    Object.entries(seed.answers).map(([path, answer]) => [path, Promise.resolve(answer)]),
  );
  const load: Load = <A extends Address<"GET">>(path: A) => {
    const kept = known.get(path) as Promise<AnswerTo<"GET", A>> | undefined;
    if (kept) return kept;
    const asked = read(path, fetcher);
    known.set(path, asked);
    asked.catch(() => known.delete(path));
    return asked;
  };
  return { load, forget: () => known.clear() };
}

async function read<A extends Address<"GET">>(path: A, fetcher: typeof fetch): Promise<AnswerTo<"GET", A>> {
  const response = await fetcher(path, { headers: { accept: "application/json" } });
  if (response.ok) return (await response.json()) as AnswerTo<"GET", A>;
  throw await response.json().catch(() => ({ title: response.statusText, status: response.status, code: "unknown" }));
}
