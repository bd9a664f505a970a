import type { Address, AnswerTo } from "@trama/api/contract";
import { useMemo } from "preact/hooks";
import type { Page } from "../state/page.ts";
import type { ViewEntry } from "../state/view.ts";
import { useSurroundings } from "./context.ts";
import { Frame } from "./frame.tsx";
import { MustChange } from "./must-change.tsx";
import { Empty, Failure, Missing, Notices } from "./states.tsx";

/** A whole page inside its frame, whatever kind of page it is. */
export function PageBody(props: { page: Page; views: readonly ViewEntry[]; offline: boolean; busy: boolean }) {
  const { page, views, offline, busy } = props;
  const { translator, session } = useSurroundings();
  // While the next page is on its way this one stays untouched, so that a box just ticked is not unticked meanwhile.
  const content = useMemo(() => <Content page={page} views={views} />, [page, views]);
  return (
    <Frame page={page} views={views} busy={busy}>
      {offline && (
        <p class="notice" role="status" data-testid="offline">
          {translator.t("app.offline")}
        </p>
      )}
      {/* Known with the session, before any page is refused for it: what is typed stays while the page is read as that person. */}
      {session?.must_change_password ? <MustChange /> : content}
    </Frame>
  );
}

function Content({ page, views }: { page: Page; views: readonly ViewEntry[] }) {
  const { translator } = useSurroundings();
  switch (page.kind) {
    case "empty":
      return <Empty />;
    case "missing":
      return <Missing path={page.url.pathname} views={views} selection={page.selection} />;
    case "error":
      return <Failure problem={page.problem} address={`${page.url.pathname}${page.url.search}`} />;
    case "view": {
      const { view, base, selection, code, ignored, answers } = page;
      return (
        <>
          <Notices ignored={ignored} selection={selection} base={base} />
          <view.Body
            base={base}
            selection={selection}
            code={code}
            translator={translator}
            answer={<A extends Address<"GET">>(address: A) => answers[address] as AnswerTo<"GET", A>}
            address={`${page.url.origin}${page.url.pathname}${page.url.search}`}
          />
        </>
      );
    }
  }
}
