import { madeRelease } from "./release.ts";

const c = process.cpuUsage();
const m = await madeRelease("/tmp/eleven/made", 50_000_000);
const u = process.cpuUsage(c);
console.log(m, (u.user + u.system) / 1e6, process.resourceUsage().maxRSS / 1024);
