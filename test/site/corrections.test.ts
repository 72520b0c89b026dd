import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lampstand } from '../helpers/run-command.ts'
import { prepare, story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const corrected = (...corrections: string[]) =>
  story(`corrections:\n${corrections.map((one) => `  - ${one}\n`).join('')}`.trimEnd())
const thirty = '{date: 2026-02-03, kind: correction, text: "The village has 30 wells, not 13."}'
const open = '{date: 2026-02-20, kind: update, text: The road is open again.}'

describe('a correction', () => {
  const content = writeSite(join(scratch, 'site'), {
    'articles/rain-comes.md': corrected(thirty, open),
    'articles/other.md': story(
      'corrections: {date: 2026-03-01, kind: clarification, text: "It is one river.", important: true}',
    ).replace('Rain comes', 'Other'),
  })

  it('stands above the text, an update below it, unless the desk says otherwise', async () => {
    const site = await prepare(content)
    expect(await site.render('/news/rain-comes/')).toMatch(
      /30 wells[\s\S]*The rain came\.[\s\S]*The road is open again\./,
    )
    expect(await site.render('/news/other/')).toMatch(/It is one river\.[\s\S]*The rain came\./)
  })

  it('makes the day of the story’s last change, on its page, in the sitemap and in feeds', async () => {
    const site = await prepare(content)
    expect(await site.render('/news/rain-comes/')).toContain('<time datetime="2026-02-20">February 20, 2026</time>')
    expect(await site.render('/sitemap.xml')).toMatch(/rain-comes\/<\/loc>\s*<lastmod>2026-02-20/)
    const feed = await site.render('/feed.xml')
    expect(feed).toContain('<lastBuildDate>Sun, 01 Mar 2026')
    expect(feed).toContain('The village has 30 wells, not 13.')
  })

  it('is listed with all others, the newest first', async () => {
    const page = await (await prepare(content)).render('/corrections/')
    expect(page).toMatch(/It is one river\.[\s\S]*The road is open again\.[\s\S]*30 wells/)
    expect(page).toContain('<a href="/news/rain-comes/">Rain comes</a>')
  })
})

describe('lampstand check', () => {
  const content = writeSite(join(scratch, 'history'), { 'articles/rain-comes.md': corrected(thirty, open) })
  const folder = join(content, '..')
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=Desk', '-c', 'user.email=desk@small.example', ...words], {
      cwd: folder,
      stdio: 'pipe',
    })
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'One')
  const check = (...words: string[]) => lampstand(['check', '--content', content, ...words], { cwd: folder })
  const write = (text: string) => writeFileSync(join(content, 'articles/rain-comes.md'), text)

  it('warns where a published correction was altered or taken away, and not where one was added', async () => {
    write(corrected(thirty, open, '{date: 2026-03-01, kind: update, text: It rained again.}'))
    expect((await check()).stdout).not.toContain('correction-altered')
    write(corrected(thirty.replace('not 13', 'not 14'), open))
    const { stdout, exitCode } = await check()
    expect(exitCode).toBe(0)
    expect(stdout).toContain('content/articles/rain-comes.md')
    expect(stdout).toMatch(/6:5 {2}warning {2}Unexpected change to the published correction of `2026-02-03`/)
    write(corrected(open))
    expect((await check()).stdout).toContain('correction-altered')
    write(story())
    expect((await check()).stdout.match(/correction-altered/g)).toHaveLength(2)
  })

  it('finds a story again that was moved', async () => {
    write(corrected(open))
    mkdirSync(join(content, 'articles/2026/rain-comes'), { recursive: true })
    renameSync(join(content, 'articles/rain-comes.md'), join(content, 'articles/2026/rain-comes/index.md'))
    const { stdout } = await check()
    expect(stdout).toMatch(/content\/articles\/2026\/rain-comes\/index\.md\n.*correction of `2026-02-03`/)
    renameSync(join(content, 'articles/2026/rain-comes/index.md'), join(content, 'articles/rain-comes.md'))
    rmSync(join(content, 'articles/2026'), { recursive: true })
  })

  it('compares with a commit that is named, as CI does', async () => {
    write(story())
    git('commit', '-qam', 'Two')
    expect((await check()).stdout).not.toContain('correction-altered')
    expect((await check('--since', 'HEAD~1')).stdout).toContain('correction-altered')
    const wrong = await check('--since', 'no-such-branch')
    expect(wrong.exitCode).toBe(2)
    expect(wrong.stderr).toContain('Unexpected --since no-such-branch')
  })
})
