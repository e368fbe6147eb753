/** Columns copied from a spreadsheet come with tabs: the server reads commas. Other text is passed on as it is. */
export function csvOf(text: string): string {
  const first = text.slice(0, text.indexOf('\n') + 1 || text.length);
  if (!first.includes('\t')) return withHead(text);
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return withHead(`${lines.map((line) => line.split('\t').map(cell).join(',')).join('\n')}\n`);
}

function cell(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

// Pasted cells mostly come without their heading: three columns are measure, period and value.
function withHead(text: string): string {
  const first = text.slice(0, text.indexOf('\n') + 1 || text.length).trim();
  if (/\bmeasure\b/i.test(first)) return text;
  return first.split(',').length === 3 ? `measure,period,value\n${text}` : text;
}
