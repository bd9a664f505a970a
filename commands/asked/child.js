// The process that makes what people take away, for the serving side, runs from source, as trama.js does.
import { register } from "tsx/esm/api";

register();
await import("./child.ts");
