import type { MatrixSeries } from "../../state/how/matrix.ts";

/** The matrix for a narrow screen: a list of its lines, each with its squares side by side. */
export function MatrixList({ series: { groups, columns, cells } }: { series: MatrixSeries }) {
  return (
    <div class="heat-list" data-testid="matrix-list">
      {groups.map(({ label: heading, rows }) => (
        <section key={heading}>
          {heading && <h3>{heading}</h3>}
          {rows.map(({ key, label }) => (
            <div key={key}>
              {heading ? <h4>{label}</h4> : <h3>{label}</h3>}
              <ul>
                {columns.flatMap((column) => {
                  const cell = cells.find((one) => one.row === key && one.column === column.key);
                  return cell
                    ? [
                        <li key={column.key}>
                          <span class="quiet">{column.label}</span>
                          <span class={cell.tone === null ? "tone" : `tone tone-${cell.tone}`}>{cell.text}</span>
                        </li>,
                      ]
                    : [];
                })}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
