/** Four lanes, in small. */
export function StandardTemplate() {
  return (
    <svg viewBox="0 0 200 112" aria-hidden="true">
      {[4, 31, 58, 85].map((y) => (
        <g key={y}>
          <rect x="2" y={y} width="196" height="23" rx="5" fill="var(--sunken)" stroke="var(--border)" />
          <path
            d={`M10 ${y + 9}h26M10 ${y + 15}h16`}
            stroke="var(--border-strong)"
            strokeWidth="2.500"
            strokeLinecap="round"
            opacity=".6"
          />
        </g>
      ))}
    </svg>
  );
}

/** A page with nothing on it but its edge. */
export function EmptyTemplate() {
  return (
    <svg viewBox="0 0 200 112" fill="none" aria-hidden="true">
      <rect
        x="2"
        y="4"
        width="196"
        height="104"
        rx="7"
        stroke="var(--border-strong)"
        strokeDasharray="5 5"
        opacity=".7"
      />
      <path d="M100 46v20M90 56h20" stroke="var(--border-strong)" strokeWidth="2.500" strokeLinecap="round" />
    </svg>
  );
}
