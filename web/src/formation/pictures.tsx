/** The finished thing in small: findings in three columns. */
export function FindingsPicture() {
  return (
    <svg width="240" height="104" viewBox="0 0 240 104" className="formation-picture">
      {[0, 1, 2].map((column) => (
        <g key={column} transform={`translate(${6 + column * 78} 6)`}>
          <rect className="formation-picture-ground" width="72" height="92" rx="8" />
          {[0, 1, 2].slice(0, 3 - (column % 2)).map((row) => (
            <g key={row} transform={`translate(8 ${10 + row * 26})`}>
              <rect className="formation-picture-card" width="56" height="20" rx="5" />
              <rect className="formation-picture-line" x="7" y="6" width={[40, 30, 36][(row + column) % 3]} height="3" rx="1.500" />
              <rect className="formation-picture-line" x="7" y="12" width={[24, 34, 18][(row + column) % 3]} height="3" rx="1.500" />
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

/** A board with cards of two sides, and where they stand. */
export function BoardPicture() {
  return (
    <svg width="240" height="104" viewBox="0 0 240 104" className="formation-picture">
      {[0, 1, 2].map((column) => (
        <g key={column} transform={`translate(${6 + column * 78} 6)`}>
          <rect className="formation-picture-ground" width="72" height="92" rx="8" />
          {[0, 1].map((row) => (
            <g key={row} transform={`translate(8 ${10 + row * 40})`}>
              <rect className="formation-picture-card" width="56" height="34" rx="5" />
              <rect className="formation-picture-line" x="7" y="7" width={[38, 30, 42][(row + column) % 3]} height="3" rx="1.500" />
              <path className="formation-picture-scale" d="M8 24h40" />
              <circle className="formation-picture-one" cx={[40, 18, 34][(row + column) % 3]} cy="24" r="4" />
              <circle className="formation-picture-two" cx={[34, 42, 28][(row + column) % 3]} cy="24" r="4" />
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}
