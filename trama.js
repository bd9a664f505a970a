#!/usr/bin/env node
// Runs trama.ts from its source: tsx strips the types, on every Node from 20 on and from any working directory.
import { fileURLToPath } from "node:url";

process.env.TSX_TSCONFIG_PATH = fileURLToPath(new URL("./tsconfig.base.json", import.meta.url));
const { register } = await import("tsx/esm/api");
register();
await import("./trama.ts");
