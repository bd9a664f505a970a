// A thread that does a share of the work runs from source, as trama.js does.
import { register } from "tsx/esm/api";

register();
await import("./hand.ts");
