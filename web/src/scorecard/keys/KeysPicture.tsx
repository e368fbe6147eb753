/** The finished thing in small: values with both sides' ticks. */
export function KeysPicture() {
  return (
    <svg width="220" height="96" viewBox="0 0 220 96" className="keys-picture">
      {[8, 38, 68].map((y, row) => (
        <g key={y} transform={`translate(8 ${y})`}>
          <rect className="keys-picture-row" width="204" height="22" rx="6" />
          <rect className="keys-picture-line" x="10" y="8" width={[70, 92, 58][row]} height="6" rx="3" />
          <circle className="keys-picture-key" cx="160" cy="11" r="7" />
          <path className="keys-picture-tick" d="m156.500 11.300 2.600 2.600 4.600-5" />
          <circle className={row === 2 ? 'keys-picture-open' : 'keys-picture-key'} cx="184" cy="11" r="7" />
          {row === 2 ? null : <path className="keys-picture-tick" d="m180.500 11.300 2.600 2.600 4.600-5" />}
        </g>
      ))}
    </svg>
  );
}
