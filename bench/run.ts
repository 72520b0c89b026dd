/**
 * `npm run bench -- [--sizes 1000,10000] [--large] [--runs 5] [--places memory,disk] [--only Lampstand,Hugo]`
 *
 * bench/README.md explains the output.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, release, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createCorpus, type Story, writeFiles } from './corpus.ts'
import { empty, type Generator, generators } from './generators.ts'
import { type Measurement, measure, median } from './measure.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    large: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
    places: { type: 'string', default: 'memory,disk' },
    only: { type: 'string' },
  },
})
const runs = Number(values.runs)
const sizes = [...values.sizes.split(',').map(Number), ...(values.large ? [50_000] : [])]
const places: Record<string, string> = { disk: tmpdir(), ...(existsSync('/dev/shm') ? { memory: '/dev/shm' } : {}) }

const scenarios = [
  'cold',
  'nothing changed',
  'one body edited',
  'one title edited',
  'one story added',
  'one story removed',
] as const
type Scenario = (typeof scenarios)[number]

interface Row extends Measurement {
  size: number
  place: string
  generator: string
  scenario: Scenario | 'copy of the output' | 'loading Eleventy'
  files: number
}

const rows: Row[] = []

for (const size of sizes) {
  const corpus = createCorpus(size)
  for (const place of values.places.split(',').filter((name) => name in places)) {
    for (const generator of [...generators(), empty]) {
      if (values.only !== undefined && !values.only.split(',').includes(generator.name)) continue
      const folder = mkdtempSync(join(places[place] ?? tmpdir(), 'lampstand-bench-'))
      try {
        generator.prepare(folder, corpus)
        rows.push(...(await measureScenarios(generator, folder, size, place, corpus.stories)))
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }
  }
}
printTable()

async function measureScenarios(
  generator: Generator,
  folder: string,
  size: number,
  place: string,
  stories: readonly Story[],
): Promise<Row[]> {
  const out = join(folder, 'out')
  const command = generator.command(folder, out)
  const measured = new Map<Row['scenario'], Measurement[]>()
  const record = async (scenario: Row['scenario'], args = command) => {
    const measurement = await measure(args, folder)
    measured.set(scenario, [...(measured.get(scenario) ?? []), measurement])
    process.stderr.write(`${size} ${place} ${generator.name}: ${scenario} ${measurement.wall.toFixed(2)} s\n`)
  }
  const write = (story: Story) => writeFiles(folder, [generator.story(story)])
  const newest = stories.at(-1) as Story
  for (let run = 1; run <= runs; run++) {
    generator.clearCache(folder)
    rmSync(out, { recursive: true, force: true })
    if (generator === empty) {
      await record('loading Eleventy')
      continue
    }
    await record('cold')
    await record('nothing changed')
    write({ ...newest, body: newest.body.replace('Needed now:', `Needed now, said again for run ${run}:`) })
    await record('one body edited')
    write({ ...newest, title: `${newest.title} ${run}` })
    await record('one title edited')
    const added = { ...newest, slug: `added-${run}`, title: `Added in run ${run}` }
    write(added)
    await record('one story added')
    rmSync(join(folder, generator.story(added)[0]))
    await record('one story removed')
    write(newest)
  }
  if (generator.name === 'Lampstand') {
    for (let run = 1; run <= runs; run++) {
      rmSync(join(folder, 'copy'), { recursive: true, force: true })
      await record('copy of the output', ['cp', '-r', out, join(folder, 'copy')])
    }
  }
  const files = existsSync(out)
    ? readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
    : 0
  return [...measured].map(([scenario, all]) => ({
    size,
    place,
    generator: generator.name,
    scenario,
    files,
    ...median(all),
  }))
}

function printTable(): void {
  const versions = generators()
    .map(({ name, version }) => `${name} ${version}`)
    .join(', ')
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const lines = [
    `${new Date().toISOString().slice(0, 10)}, commit ${commit}, ${availableParallelism()} cores of ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Node ${process.versions.node}; ${versions}; medians of ${runs}`,
    '',
    '| stories | output | generator | | wall s | CPU s | peak MB | files | of Hugo | of Eleventy | of Astro |',
    '| ---: | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => {
      const ratio = (name: string) => {
        const peer = rows.find(
          (other) =>
            other.generator === name &&
            other.size === row.size &&
            other.place === row.place &&
            other.scenario === (scenarios.includes(row.scenario as Scenario) ? row.scenario : 'cold'),
        )
        return peer === undefined ? '' : (row.wall / peer.wall).toFixed(2)
      }
      const { size, place, generator, scenario, wall, cpu, memory, files } = row
      return `| ${size} | ${place} | ${generator} | ${scenario} | ${wall.toFixed(2)} | ${cpu.toFixed(2)} | ${memory.toFixed(0)} | ${files} | ${ratio('Hugo')} | ${ratio('Eleventy')} | ${ratio('Astro')} |`
    }),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  mkdirSync('test-artifacts', { recursive: true })
  writeFileSync('test-artifacts/bench.json', `${JSON.stringify({ head: lines[0], rows }, null, 2)}\n`)
  process.stdout.write('\nThe same as JSON: test-artifacts/bench.json\n')
}
