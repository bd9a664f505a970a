const made = "/v1/releases/1";

/** What each persona gets, in the columns of the matrix of all operations: of what is open, of a donor's own, of another's. */
const open = [200, 200, 200, 200, 200, 200, 200, 200, 403] as const;
const own = [401, 403, -1, 403, 403, 403, 403, 403, 403] as const;
const another = [401, 403, 403, 403, 403, 403, 403, 403, 403] as const;

/** What each persona gets of reports and IATI files. */
export const documentMatrix: readonly (readonly [
  operation: string,
  path: string,
  body: unknown,
  ...expected: number[],
])[] = [
  ["GET /v1/releases/{release}/report", `${made}/report?country=GTM`, null, ...open],
  ["GET /v1/releases/{release}/report", `${made}/report?donor=donor-e`, null, ...own],
  ["GET /v1/releases/{release}/report/events", `${made}/report/events?country=GTM`, null, ...open],
  ["GET /v1/releases/{release}/report/events", `${made}/report/events?donor=donor-a`, null, ...another],
  ["GET /v1/releases/{release}/iati", `${made}/iati?country=GTM`, null, ...open],
  ["GET /v1/releases/{release}/iati", `${made}/iati?donor=donor-e`, null, ...own],
  ["GET /v1/releases/{release}/iati/events", `${made}/iati/events`, null, ...open],
  ["GET /v1/releases/{release}/iati/events", `${made}/iati/events?donor=donor-a`, null, ...another],
];
