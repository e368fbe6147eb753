export type Appearance = 'system' | 'light' | 'dark';

/** Follows the system, or what the person chose; kept in the browser too, so that the next start does not flash. */
export function setAppearance(appearance: Appearance): void {
  const root = document.documentElement;
  if (appearance === 'system') root.removeAttribute('data-appearance');
  else root.setAttribute('data-appearance', appearance);
  try {
    localStorage.setItem('appearance', appearance);
  } catch {
    // A browser that keeps nothing still shows the right colours for this visit.
  }
}

export function startAppearance(): void {
  try {
    const kept = localStorage.getItem('appearance');
    if (kept === 'light' || kept === 'dark') setAppearance(kept);
  } catch {
    // As above.
  }
}
