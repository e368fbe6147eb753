/** Two circles that hold each other. */
export function Logo({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" strokeWidth="3.2" aria-hidden="true">
      <circle cx="12" cy="16" r="8.300" stroke="var(--theme-2)" />
      <circle cx="20" cy="16" r="8.300" stroke="var(--theme-3)" />
      <path d="M16 8.700a8.300 8.300 0 0 1 0 14.600" stroke="var(--theme-2)" />
    </svg>
  );
}
