import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { geoEqualEarth, geoPath } from 'd3-geo'
import type { FeatureCollection, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { findCountry } from '../newsroom/country.ts'

/** The shapes of the world map, from Natural Earth, which is in the public domain. */
export interface World {
  width: number
  height: number
  /** SVG paths by the code of their country. */
  shapes: Record<string, string>
  /** The positions of countries that are too small for a shape. */
  points: Record<string, [x: number, y: number]>
}

/** The country codes of names that Natural Earth abbreviates or spells otherwise. */
const countryCodes: Record<string, string> = {
  'Antigua and Barb.': 'AG',
  'Bosnia and Herz.': 'BA',
  'British Virgin Is.': 'VG',
  'Cabo Verde': 'CV',
  'Cayman Is.': 'KY',
  'Central African Rep.': 'CF',
  Congo: 'CG',
  'Cook Is.': 'CK',
  'Dem. Rep. Congo': 'CD',
  'Dominican Rep.': 'DO',
  'Eq. Guinea': 'GQ',
  'Faeroe Is.': 'FO',
  'Falkland Is.': 'FK',
  'Fr. Polynesia': 'PF',
  'Marshall Is.': 'MH',
  'N. Cyprus': 'CY',
  'N. Mariana Is.': 'MP',
  'Pitcairn Is.': 'PN',
  'S. Sudan': 'SS',
  'Solomon Is.': 'SB',
  Somaliland: 'SO',
  'St-Barthélemy': 'BL',
  'St-Martin': 'MF',
  'St. Kitts and Nevis': 'KN',
  'St. Pierre and Miquelon': 'PM',
  'St. Vin. and Gren.': 'VC',
  'Turks and Caicos Is.': 'TC',
  'U.S. Virgin Is.': 'VI',
  'W. Sahara': 'EH',
  'Wallis and Futuna Is.': 'WF',
  Åland: 'AX',
}

const width = 1000
const height = 460

/**
 * Projects the countries of Natural Earth to shapes for the world map.
 *
 * @param root the folder of Lampstand
 */
export function worldMapShapes(root: string): World {
  const readCountries = (scale: string) => {
    const file = join(root, `node_modules/world-atlas/countries-${scale}.json`)
    const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<{
      countries: GeometryCollection<{ name: string }>
    }>
    const { features } = feature(topology, topology.objects.countries) as FeatureCollection<Geometry, { name: string }>
    return features.flatMap((country) => {
      const { name } = country.properties
      const code = countryCodes[name] ?? findCountry(name)
      return code === undefined || code === 'AQ' ? [] : [{ code, country }]
    })
  }
  const coarse = readCountries('110m')
  const all = { type: 'FeatureCollection' as const, features: coarse.map(({ country }) => country) }
  const projection = geoEqualEarth().rotate([-11, 0]).fitSize([width, height], all)
  const path = geoPath(projection).digits(1)
  const shapes: World['shapes'] = {}
  for (const { code, country } of coarse) shapes[code] = (shapes[code] ?? '') + roundPath(path(country) ?? '')
  const points: World['points'] = {}
  for (const { code, country } of readCountries('50m')) {
    if ((shapes[code] ?? '') !== '') continue
    const [x, y] = path.centroid(country)
    points[code] = [Math.round(x), Math.round(y)]
  }
  const sorted = <Value>(values: Record<string, Value>) =>
    Object.fromEntries(
      Object.entries(values)
        .filter(([, value]) => value !== '')
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  return { width, height, shapes: sorted(shapes), points: sorted(points) }
}

/** Rounds a path to whole pixels, with each point relative to the one before. */
function roundPath(path: string): string {
  return path
    .split('Z')
    .map((ring) => {
      const points = ring
        .replace(/^M/, '')
        .split('L')
        .map((point) => point.split(',').map((value) => Math.round(Number(value))))
        .filter(([x, y], index, all) => index === 0 || x !== all[index - 1]?.[0] || y !== all[index - 1]?.[1])
      if (points.length < 3) return ''
      const steps = points.map(([x = 0, y = 0], index) => {
        const [fromX = 0, fromY = 0] = index === 0 ? [] : (points[index - 1] ?? [])
        return `${x - fromX} ${y - fromY}`.replace(' -', '-')
      })
      return `M${steps[0]}l${steps.slice(1).join(' ').replaceAll(' -', '-')}z`
    })
    .join('')
}
