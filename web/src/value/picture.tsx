/** The finished thing in small: what was gained beside what it cost, for two parties. */
export function ValuePicture() {
  return (
    <svg width="220" height="100" viewBox="0 0 220 100" className="value-picture">
      <path className="value-picture-line" d="M10 88h200" />
      {[0, 1].map((party) => (
        <g key={party} transform={`translate(${30 + party * 96} 0)`}>
          <rect className="value-picture-gain" x="0" y={[22, 34][party]} width="22" height={[66, 54][party]} rx="4" />
          <rect className="value-picture-cost" x="28" y={[58, 66][party]} width="22" height={[30, 22][party]} rx="4" />
          <path className="value-picture-tick" d="m5 12 4 4 8-8" />
        </g>
      ))}
    </svg>
  );
}
