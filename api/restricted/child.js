// The process that reads restricted files runs from source, as trama.js does.
import { register } from "tsx/esm/api";

register();
await import("./child.ts");
