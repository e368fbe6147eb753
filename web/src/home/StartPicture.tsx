/** Four lanes, a few cards and their arrows: a finished map in small. */
export function StartPicture() {
  const cards = [
    [118, 14, 5],
    [226, 14, 4],
    [70, 70, 2],
    [178, 70, 3],
    [286, 70, 4],
    [70, 126, 2],
    [232, 126, 3],
    [124, 182, 1],
    [232, 182, 1],
  ] as const;
  return (
    <svg viewBox="0 0 400 232" fill="none" aria-hidden="true">
      {[6, 62, 118, 174].map((y) => (
        <rect key={y} x="2" y={y} width="396" height="50" rx="8" fill="var(--sunken)" stroke="var(--border)" />
      ))}
      {[24, 80, 136, 192].map((y) => (
        <path
          key={y}
          d={`M14 ${y}h34M14 ${y + 9}h22`}
          stroke="var(--border-strong)"
          strokeWidth="3"
          strokeLinecap="round"
          opacity=".55"
        />
      ))}
      <path
        d="M112 70V60q0-4 4-4h37q4 0 4-4v-1M220 70V60q0-4 4-4h38q4 0 4-4v-1M112 126v-18M274 126v-8q0-4-4-4h-42q-4 0-4-4v-2M166 182v-8q0-4-4-4h-42q-4 0-4-4v-2M274 182v-18"
        stroke="var(--arrow)"
        strokeWidth="1.4"
      />
      {cards.map(([x, y, theme]) => (
        <g key={`${x} ${y}`} transform={`translate(${x} ${y})`}>
          <rect width="88" height="36" rx="5" fill="var(--surface)" stroke="var(--border)" />
          <rect width="4" height="36" rx="2" fill={`var(--theme-${theme})`} />
          <path
            d="M12 12h44M12 20h30"
            stroke="var(--border-strong)"
            strokeWidth="3"
            strokeLinecap="round"
            opacity=".6"
          />
          <circle cx="76" cy="12" r="5" fill={theme === 3 ? 'var(--light-yellow)' : 'var(--light-green)'} />
        </g>
      ))}
    </svg>
  );
}
