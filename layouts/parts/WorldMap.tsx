import world from '../world.json' with { type: 'json' }

export interface WorldMapProps {
  /** The description for screen readers. */
  label: string
  countries: readonly { code: string; name: string; url: string; count: string; shade: 1 | 2 | 3 | 4 }[]
  /** The meaning of the shades, from few stories to many. */
  legend: readonly { shade: 1 | 2 | 3 | 4; label: string }[]
}

const shapes: Readonly<Record<string, string>> = world.shapes
const points: Readonly<Record<string, number[]>> = world.points

/** A map of the countries in the news. The list below the map has the same numbers as text. */
export function WorldMap({ label, countries, legend }: WorldMapProps) {
  const named = new Set(countries.map(({ code }) => code))
  const rest = Object.entries(shapes).flatMap(([code, shape]) => (named.has(code) ? [] : shape))
  return (
    <figure class="map">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is not a fieldset */}
      <svg viewBox={`0 0 ${world.width} ${world.height}`} role="group" aria-label={label}>
        <path class="map-land" d={rest.join('')} />
        {countries.map(({ code, name, url, count, shade }) => {
          const [x, y] = points[code] ?? []
          const shape = shapes[code]
          if (shape === undefined && x === undefined) return null
          return (
            <a href={url} class={`shade-${shade}`} aria-label={`${name}: ${count}`}>
              <title>{`${name}: ${count}`}</title>
              {shape === undefined ? <circle cx={x} cy={y} r="5" /> : <path d={shape} />}
            </a>
          )
        })}
      </svg>
      <figcaption>
        <ul class="map-legend">
          {legend.map(({ shade, label }) => (
            <li class={`shade-${shade}`}>{label}</li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}
