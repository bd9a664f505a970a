// The process that does the serving side's tasks in a home runs from source, as trama.js does.
import { register } from "tsx/esm/api";

register();
await import("./child.ts");
