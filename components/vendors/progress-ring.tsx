const RADIUS = 26;
const ROUND = 2 * Math.PI * RADIUS;

/** How much of a checklist is answered, as a ring with the figure in it. */
export function ProgressRing({ answered, questions }: { answered: number; questions: number }) {
  const share = questions === 0 ? 0 : answered / questions;
  return (
    <div
      role="progressbar"
      aria-label="Questions answered"
      aria-valuemin={0}
      aria-valuemax={questions}
      aria-valuenow={answered}
      aria-valuetext={`${answered} of ${questions} answered`}
      className="relative size-16 shrink-0"
    >
      <svg aria-hidden viewBox="0 0 64 64" className="size-16 -rotate-90">
        <circle cx="32" cy="32" r={RADIUS} fill="none" strokeWidth="6" className="stroke-active" />
        <circle
          cx="32"
          cy="32"
          r={RADIUS}
          fill="none"
          strokeWidth="6"
          strokeLinecap="round"
          strokeDasharray={`${share * ROUND} ${ROUND}`}
          className="stroke-clear transition-[stroke-dasharray] duration-300"
        />
      </svg>
      <span aria-hidden className="absolute inset-0 flex items-center justify-center font-semibold tabular-nums">
        {Math.round(share * 100)}%
      </span>
    </div>
  );
}
