import type { Address, AnswerTo } from "@trama/api/contract";
import type { ComponentType } from "preact";
import type { MessageId } from "../locales/messages.ts";
import type { Translator } from "../locales/translate.ts";
import type { Base } from "./base.ts";
import type { Selection } from "./selection.ts";

/** What a view is given: who asks for what, in which language, and the answers it asked for. */
export interface ViewProps {
  readonly base: Base;
  readonly selection: Selection;
  /** The named part of the address, such as the code in `/result/:code`; null where the view has none. */
  readonly code: string | null;
  readonly translator: Translator;
  /** The answer for an address that the view named in `needs`. */
  readonly answer: <A extends Address<"GET">>(address: A) => AnswerTo<"GET", A>;
  /** The address of this page, for citations. */
  readonly address: string;
}

/** A page of the dashboard. Adding one is adding a file to `views/` and a line to its `index.ts`. */
export interface View {
  readonly name: string;
  /** Its address, with or without one named part: `/overview`, `/result/:code`. */
  readonly path: string;
  /** The message that names it in the navigation; null where it is only reached from other views. */
  readonly nav: MessageId | null;
  /** How its figures can be shown, the default first. */
  readonly tabs: readonly string[];
  /** The API paths it needs for a selection, beyond the base. */
  readonly needs: (props: Pick<ViewProps, "base" | "selection" | "code">) => Address<"GET">[];
  /** Whatever else must be there before it can be drawn, such as the shapes of a map. */
  readonly prepare?: (props: Pick<ViewProps, "base" | "selection" | "code">) => Promise<unknown>;
  readonly title: (props: Omit<ViewProps, "answer">) => string;
  readonly description: (props: Omit<ViewProps, "answer">) => string;
  readonly Body: ComponentType<ViewProps>;
}

/** A view before it is loaded: its address and its name, so that one page never waits for the code of another. */
export interface ViewEntry extends Pick<View, "name" | "path" | "nav"> {
  readonly load: () => Promise<View>;
  /** Whether it is for those who sign in to work, and says what no other view says. */
  readonly work?: true;
}

/** Finds the view of an address, with the named part of the path where it has one. */
export function findView<V extends Pick<View, "path">>(
  views: readonly V[],
  pathname: string,
): { view: V; code: string | null } | null {
  const path = pathname === "/" ? "/overview" : pathname.replace(/\/$/, "");
  for (const view of views) {
    const [root, named] = view.path.split("/:");
    if (path === root && !named) return { view, code: null };
    const rest = named && path.startsWith(`${root}/`) ? path.slice(root!.length + 1) : "";
    if (/^[\w-]+$/.test(rest)) return { view, code: rest };
  }
  return null;
}
