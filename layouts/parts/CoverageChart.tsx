export interface CoverageChartProps {
  title: string
  bars: readonly { label: string; stories: number; count: string }[]
}

const height = 80
const step = 20

/** The number of stories in each year or month: a bar chart with its values as text for screen readers. */
export function CoverageChart({ title, bars }: CoverageChartProps) {
  const most = Math.max(1, ...bars.map(({ stories }) => stories))
  const width = bars.length * step
  return (
    <figure class="chart">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${title}. ${bars.map(({ label, count }) => `${label}: ${count}`).join(', ')}`}
      >
        {bars.map(({ label, stories, count }, index) => {
          const size = stories === 0 ? 1 : Math.max(3, Math.round((stories / most) * height))
          return (
            <rect x={index * step + 2} y={height - size} width={step - 4} height={size}>
              <title>{`${label}: ${count}`}</title>
            </rect>
          )
        })}
      </svg>
      <figcaption>
        <span>{bars[0]?.label}</span> <span>{title}</span> <span>{bars.at(-1)?.label}</span>
      </figcaption>
    </figure>
  )
}
