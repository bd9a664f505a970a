import { type Derive, working } from "./copy.ts";

/** Tables that a release shows as they were filed. */
export const asFiled: Derive = async (connection) => {
  await connection.run(`INSERT INTO report BY NAME SELECT * FROM ${working}.report ORDER BY sequence`);
  for (const table of ["published_result", "published_activity", "published_dimension"])
    await connection.run(
      `INSERT INTO ${table} BY NAME SELECT * FROM ${working}.${table} ORDER BY report, sheet, "row"`,
    );
  await connection.run(
    `INSERT INTO rejection BY NAME SELECT * FROM ${working}.rejection ORDER BY report, sheet, "row", "column", rule`,
  );
};
