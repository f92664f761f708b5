/** Everything that was found, as one object. */
export const json = ({ command, items, lines }, { catalog }) =>
  `${JSON.stringify({ command, dataDate: catalog.dataDate, summary: lines, items }, null, 2)}\n`;
