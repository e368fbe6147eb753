/** "Firefox on Windows" out of what a browser says about itself. */
export function deviceOf(agent: string): string {
  const browser =
    [
      ['Edg/', 'Edge'],
      ['Firefox/', 'Firefox'],
      ['Chrome/', 'Chrome'],
      ['Safari/', 'Safari'],
      ['curl/', 'curl'],
    ].find(([mark]) => agent.includes(mark!))?.[1] ?? '';
  const system =
    [
      ['iPhone', 'iPhone'],
      ['iPad', 'iPad'],
      ['Android', 'Android'],
      ['Windows', 'Windows'],
      ['Mac OS', 'macOS'],
      ['Linux', 'Linux'],
    ].find(([mark]) => agent.includes(mark!))?.[1] ?? '';
  if (browser && system) return `${browser} on ${system}`;
  return browser || system || agent.slice(0, 40) || 'Unknown';
}
