import type { Session } from "@trama/api/contract";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { DrawingPlace } from "../charts/drawing.ts";
import type { Done } from "../client/session.ts";
import type { Translator } from "../locales/translate.ts";

/** What every component may need, wherever it stands. */
export interface Surroundings {
  readonly translator: Translator;
  readonly langs: readonly string[];
  /** Goes to an address without loading a new document; on the server nobody calls it. */
  readonly go: (href: string) => void;
  readonly retry: () => void;
  /** Who is signed in; null for a reader, and always on the server, which writes public pages only. */
  readonly session: Session | null;
  readonly signIn: (name: string, password: string) => Promise<Done<Session>>;
  readonly signOut: () => Promise<void>;
  /** Where the server draws; absent in the browser, which draws once it knows the width. */
  readonly drawOnServer: DrawingPlace | null;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

/** The surroundings of the component that asks. */
export function useSurroundings(): Surroundings {
  const found = useContext(SurroundingsContext);
  if (!found) throw new Error("This component is drawn outside the page.");
  return found;
}
