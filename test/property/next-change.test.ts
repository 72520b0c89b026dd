import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayInZone } from '../../src/newsroom/moment.ts'
import { buildSite } from '../helpers/build-site.ts'
import { siteYml, writeSite } from '../helpers/site-fixture.ts'

const timeZones = ['UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland']
const firstDay = '2026-11-20'
const day = (min: number, max: number) => fc.integer({ min, max }).map((days) => addDays(firstDay, days))
const timeOfDay = fc.constantFrom('T00:00Z', 'T09:30-06:00', 'T18:45:10+05:45')
const action = fc.record({
  kind: fc.constantFrom('pray', 'give', 'go', 'advocate'),
  /** Days from the first on which all stories have appeared; undefined for no last day. */
  until: fc.option(day(22, 50), { nil: undefined }),
})
const article = fc.record({
  status: fc.constantFrom('published', 'published', 'published', 'draft', 'withdrawn'),
  date: fc.oneof(
    day(-30, 15),
    fc.tuple(day(-30, 15), timeOfDay).map((parts) => parts.join('')),
  ),
  embargo: fc.option(
    fc.tuple(day(-5, 18), timeOfDay).map((parts) => parts.join('')),
    { nil: undefined },
  ),
  actions: fc.array(action, { maxLength: 2 }),
  block: fc.option(action, { nil: undefined }),
})
const outlet = fc.record({
  timeZone: fc.constantFrom(...timeZones),
  days: fc.integer({ min: 1, max: 40 }),
  soon: fc.integer({ min: 1, max: 10 }),
  articles: fc.array(article, { maxLength: 4 }),
  pageBlock: fc.option(action, { nil: undefined }),
  now: fc.integer({ min: Date.parse('2026-11-18T00:00Z') / 1000, max: Date.parse('2027-01-15T00:00Z') / 1000 }),
})

type Outlet = typeof outlet extends fc.Arbitrary<infer T> ? T : never

const blockText = (block: Outlet['pageBlock']) =>
  block === undefined
    ? ''
    : `\n:::${block.kind}${block.until === undefined ? '' : `{until="${block.until}"}`}\nDo it.\n:::\n`

function writeOutlet(folder: string, { timeZone, days, soon, articles, pageBlock }: Outlet): void {
  const files: Record<string, string> = {
    'site.yml': `${siteYml.replace('timeZone: UTC', `timeZone: ${timeZone}`)}actions: { days: ${days}, soon: ${soon} }\n`,
    'pages/about.md': `---\ntitle: About us\n---\n\nAbout.\n${blockText(pageBlock)}`,
  }
  for (const [index, { status, date, embargo, actions, block }] of articles.entries()) {
    files[`articles/story-${index}.md`] = [
      '---',
      `title: Story ${index}`,
      `status: ${status}`,
      `date: ${date}`,
      ...(embargo === undefined ? [] : [`embargo: ${embargo}`]),
      'authors: [ann-doe]',
      ...(actions.length === 0 ? [] : ['actions:']),
      ...actions.map(
        ({ kind, until }) =>
          `  - { kind: ${kind}, text: Please do., url: "https://a.example/do"${until === undefined ? '' : `, until: ${until}`} }`,
      ),
      '---',
      '',
      `Mali (SP) — Story ${index}.`,
      blockText(block),
    ].join('\n')
  }
  writeSite(folder, files)
  if (articles.length > 0) rmSync(join(folder, 'content/articles/rain-comes.md'))
}

test('nothing changes before the next change, and something at it', async () => {
  await fc.assert(
    fc.asyncProperty(outlet, async (random) => {
      const folder = mkdtempSync(join(tmpdir(), 'lampstand-'))
      try {
        writeOutlet(folder, random)
        const build = async (now: number) => (await buildSite(folder, { now })).files
        const readNextChange = () => readFileSync(join(folder, '.lampstand/next-change'), 'utf8').trim()
        const now = random.now * 1000
        const files = await build(now)
        const nextChange = readNextChange()
        if (nextChange === 'never') {
          expect(await build(now + 10 * 365 * 86_400_000)).toEqual(files)
          return
        }
        const instant = Date.parse(nextChange)
        expect(instant).toBeGreaterThan(now)
        expect(await build(Math.max(now, instant - 1000))).toEqual(files)
        expect(readNextChange()).toBe(nextChange)
        expect(
          await build(instant),
          `nothing changed at ${nextChange}, ${dayInZone(instant, random.timeZone)}`,
        ).not.toEqual(files)
      } finally {
        rmSync(folder, { recursive: true })
      }
    }),
    { numRuns: Number(process.env.NEXT_CHANGE_RUNS ?? 25) },
  )
}, 600_000)
