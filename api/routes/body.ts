import { bodyLimit } from "hono/body-limit";
import { problems } from "../problems.ts";

/** No JSON body of ours needs more. */
const most = 64 * 1024;

/** Refuses bodies that are larger than any of ours, while they come in. */
export const smallBody = bodyLimit({
  maxSize: most,
  onError: () => {
    throw problems.tooLarge(most);
  },
});
