import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { renderSite } from '../helpers/render-site.ts'
import { prepare, siteYml, story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))
let count = 0
const site = (files: Readonly<Record<string, string>>) => writeSite(join(scratch, String(++count)), files)
const titled = (title: string, date: string, lines: string, body: string) =>
  story(lines, body).replace('Rain comes', title).replace('2026-01-05', date)

const at = (instant: string) => ({ now: Date.parse(instant) })
const render = async (content: string, url: `/${string}`, instant = '2026-11-23T12:00:00Z') =>
  (await prepare(content, at(instant))).render(url)

const ask = (kind: string, text: string, attributes = '') =>
  `Mali (SP) — The rain came.\n\n:::${kind}${attributes}\n${text}\n:::`

describe('the pages that gather what readers can do', () => {
  it('show what ends soon first, then the newest, and never what is over', async () => {
    const content = site({
      'articles/old.md': titled(
        'Old',
        '2026-11-01',
        '',
        ask('give', 'Old call.', '{until="2026-11-30" url="https://a.example/"}'),
      ),
      'articles/new.md': titled('New', '2026-11-20', '', ask('give', 'New call.', '{url="https://b.example/"}')),
      'articles/later.md': titled('Later', '2026-11-21', '', ask('give', 'Later call.', '{until="2027-11-30"}')),
      'articles/past.md': titled('Past', '2026-11-02', '', ask('give', 'Past call.', '{until="2026-11-22"}')),
    })
    const page = await render(content, '/act/give/')
    const order = ['Old call.', 'Later call.', 'New call.'].map((text) => page.indexOf(text))
    expect(order.every((place) => place > 0)).toBe(true)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(page).toContain('<p class="action-until action-soon">Until November 30, 2026</p>')
    expect(page).not.toContain('Past call.')
  })

  it('show a request on its last day, and without a last day for as long as site.yml says', async () => {
    const content = site({
      'site.yml': `${siteYml}actions:\n  days: 10\n`,
      'articles/a.md': titled('A', '2026-11-01', '', ask('pray', 'Dated.', '{until="2026-11-23"}')),
      'articles/b.md': titled('B', '2026-11-13', '', ask('pray', 'Ten days old.')),
      'articles/c.md': titled('C', '2026-11-12', '', ask('pray', 'Eleven days old.')),
    })
    const page = await render(content, '/act/pray/')
    expect(page).toContain('Dated.')
    expect(page).toContain('Ten days old.')
    expect(page).not.toContain('Eleven days old.')
    expect(await render(content, '/act/pray/', '2026-11-24T00:00:00Z')).not.toContain('Dated.')
  })

  it('count from the embargo of a story where that is later than its date', async () => {
    const content = site({
      'site.yml': `${siteYml}actions:\n  days: 10\n`,
      'articles/a.md': titled('A', '2026-10-01', 'embargo: 2026-11-20T09:00Z', ask('pray', 'Held back.')),
      'articles/b.md': titled(
        'B',
        '2026-10-01',
        'embargo: 2026-11-20T09:00Z\nactions: {kind: go, text: Come., until: 2026-10-30}',
        ask('give', 'Give.', '{until="2026-11-19"}'),
      ),
    })
    expect(await render(content, '/act/pray/', '2026-11-30T12:00:00Z')).toContain('Held back.')
    expect(await render(content, '/act/pray/', '2026-12-01T12:00:00Z')).not.toContain('Held back.')
    const { problems } = await prepare(content, at('2026-11-30T12:00:00Z'))
    expect(problems.map(({ message }) => message)).toEqual([
      'Unexpected last day `2026-10-30` of an action before its story of `2026-11-20`, expected it on that day or later',
      'Unexpected last day `2026-11-19` of an action before its story of `2026-11-20`, expected it on that day or later',
    ])
  })

  it('say in one line what a block says in several', async () => {
    const said = async (text: string) => {
      const page = await render(site({ 'articles/a.md': titled('A', '2026-11-20', '', ask('pray', text)) }), '/act/')
      return /<p class="action-kind">.*?<p>(.*?)<\/p>/.exec(page)?.[1]
    }
    expect(await said('Pray for:\n- the families\n- the **nurses**')).toBe('Pray for: the families; the nurses')
    expect(await said('Pray for:\n\n1. Rain,\n\n   and soon.\n2. Peace\n\nThank God.')).toBe(
      'Pray for: Rain, and soon. Peace. Thank God.',
    )
    expect(await said('- “Rain.”\n- Mali (the south)\n- Chad')).toBe('“Rain.” Mali (the south); Chad')
    expect(await said('- Mali\n  - Soto\n  - Ségou\n- Chad (the north)')).toBe('Mali Soto; Ségou; Chad (the north)')
    expect(await said('Pray for rain\\\nand *peace*.\n\n> Ask,\n>\n> and wait.')).toBe(
      'Pray for rain and peace. Ask, and wait.',
    )
    expect(await said('صلوا من أجل:\n- الأسر\n- الممرضات')).toBe('صلوا من أجل: الأسر؛ الممرضات')
  })

  it('are divided by kind, country and partner', async () => {
    const content = site({
      'partners/wells.md': '---\nname: Wells\n---\n',
      'articles/a.md': titled('A', '2026-11-20', 'countries: [ML]\npartners: [wells]', ask('give', 'For Mali.')),
      'articles/b.md': titled(
        'B',
        '2026-11-20',
        'countries: [FR]\nactions: {kind: go, text: To France.}',
        'France (SP) — Yes.',
      ),
    })
    expect(await render(content, '/act/')).toMatch(/For Mali\.[\s\S]*To France\./)
    expect(await render(content, '/act/countries/mali/')).not.toContain('To France.')
    expect(await render(content, '/act/partners/wells/')).toContain('For Mali.')
    expect(await render(content, '/act/go/')).toContain('To France.')
    expect(await render(content, '/act/go/')).not.toContain('For Mali.')
  })

  it('are divided by kind within a country and a partner, and each part leads back to the whole', async () => {
    const content = site({
      'articles/a.md': titled(
        'A',
        '2026-11-20',
        'countries: [ML]',
        `${ask('give', 'Seed.')}\n\n${ask('pray', 'Rain.')}`,
      ),
    })
    const whole = await render(content, '/act/countries/mali/')
    expect(whole).toMatch(/href="\/act\/countries\/mali\/give\/"[^>]*>Give</)
    expect(whole).toMatch(/Seed\.[\s\S]*Rain\./)
    const part = await render(content, '/act/countries/mali/give/')
    expect(part).toContain('<h1>Give · Mali</h1>')
    expect(part).toContain('Seed.')
    expect(part).not.toContain('Rain.')
    expect(part).toContain('href="/act/countries/mali/"')
    expect(await render(content, '/act/countries/mali/pray/')).not.toContain('Seed.')
  })

  it('show nothing of stories that are not published', async () => {
    const content = site({
      'articles/a.md': titled('A', '2026-11-20', 'status: draft', ask('pray', 'Of a draft.')),
      'articles/b.md': titled('B', '2026-12-20', 'countries: [ML]', ask('pray', 'Of tomorrow.')),
    })
    for (const [url, text] of await renderSite(await prepare(content))) {
      expect(String(text), url).not.toMatch(/Of a draft|Of tomorrow/)
    }
  })

  it('say so where nothing is asked', async () => {
    expect(await render(site({}), '/act/')).toContain('Nothing is asked at the moment.')
    expect(await render(site({}), '/pray/')).toContain('Nothing is asked at the moment.')
  })
})

describe('midnight of a last day', () => {
  it('changes exactly the pages that show the action', async () => {
    const content = site({
      'partners/wells.md': '---\nname: Wells\n---\n',
      'articles/a.md': titled(
        'A',
        '2026-11-20',
        'countries: [ML]\npartners: [wells]',
        ask('give', 'Dig *now*.', '{until="2026-11-23" url="https://dig.example/"}'),
      ),
      'articles/b.md': titled('B', '2026-11-21', 'countries: [ML]', ask('give', 'Other call.')),
      'articles/c.md': titled('C', '2026-11-21', 'countries: [ML]\npartners: [wells]', ask('pray', 'A prayer.')),
    })
    const before = await renderSite(await prepare(content, at('2026-11-23T23:59:00Z')))
    const after = await renderSite(await prepare(content, at('2026-11-24T00:01:00Z')))
    const changed = [...before]
      .filter(([url, text]) => after.get(url)?.toString() !== text.toString())
      .map(([url]) => url)
    const showing = [...before].filter(([, text]) => /Dig|dig\.example/.test(text.toString())).map(([url]) => url)
    // The sitemap lists the partner's page of gifts, which is gone.
    expect(changed.toSorted()).toEqual([...showing, '/sitemap.xml'].toSorted())
    expect(showing).toContain('/act/partners/wells/')
    expect(changed).not.toContain('/act/pray/')
    expect([...after.keys()]).not.toContain('/act/partners/wells/give/')
    expect(changed).not.toContain('/act/partners/wells/pray/')
    for (const [url, text] of after) expect(text.toString(), url).not.toContain('dig.example')
  })
})

describe('the pages of prayer', () => {
  const content = site({
    'articles/a.md': titled('A', '2026-11-20', 'countries: [ML, FR]', ask('pray', 'For the *wells*.')),
    'articles/b.md': titled('B', '2026-11-21', '', ask('pray', 'For the road.')),
    'articles/c.md': titled('C', '2026-11-20', 'countries: [ML]', ask('pray', 'For the school.')),
  })

  it('gather requests by day, the newest first', async () => {
    const page = await render(content, '/pray/')
    expect(page).toMatch(/November 21, 2026[\s\S]*For the road\.[\s\S]*November 20, 2026[\s\S]*For the/)
    expect(page.match(/November 20, 2026/g)).toHaveLength(1)
    expect(page).toContain('<a href="/news/b/">B</a>')
  })

  it('gather them by country, with those of no country at the end', async () => {
    const page = await render(content, '/pray/countries/')
    expect(page).toMatch(/<h2>France<\/h2>[\s\S]*<h2>Mali<\/h2>[\s\S]*<h2>Elsewhere<\/h2>/)
    expect(page.match(/For the wells\./g)).toHaveLength(2)
  })

  it('have one to print, with addresses that one can type', async () => {
    const page = await render(content, '/pray/bulletin/')
    expect(page).toContain('small.example/news/a/')
    expect(page).toContain('<b>Mali, France. </b>')
  })
})

describe('a request that was answered', () => {
  const content = site({
    'articles/asked.md': titled('Asked', '2026-10-20', '', ask('pray', 'For rain.')),
    'articles/told.md': titled('Told', '2026-11-20', 'answers: asked', 'Mali (SP) — It rained.'),
  })

  it('is said on both stories, told among the answers, and no longer asked', async () => {
    expect(await render(content, '/news/asked/')).toMatch(/was answered:<\/b> <a href="\/news\/told\/">Told<\/a>/)
    expect(await render(content, '/news/told/')).toMatch(/requests in:<\/b> <a href="\/news\/asked\/">Asked<\/a>/)
    const page = await render(content, '/pray/')
    expect(page).not.toContain('For rain.')
    expect(page).toMatch(/Answered prayers[\s\S]*href="\/news\/told\/"[\s\S]*href="\/news\/asked\/"/)
  })

  it('is said wherever the two stories go: in feeds and in the text edition', async () => {
    const wide = site({
      'site.yml': `${siteYml}textEdition: true\n`,
      'articles/asked.md': titled(
        'Asked',
        '2026-10-20',
        'actions: {kind: give, text: Give., url: "https://give.example/", until: 2026-12-01}',
        ask('pray', 'For rain.'),
      ),
      'articles/told.md': titled('Told', '2026-11-20', 'answers: asked', 'Mali (SP) — It rained.'),
    })
    const feed = await render(wide, '/feed.xml')
    expect(feed).toMatch(/was answered: <a href="https:\/\/small\.example\/news\/told\/">Told<\/a>/)
    expect(feed).toMatch(/requests in: <a href="https:\/\/small\.example\/news\/asked\/">Asked<\/a>/)
    const text = await render(wide, '/text/story/asked/')
    expect(text).toContain('was answered:</strong> <a href="/text/story/told/">Told</a>')
    expect(text).toContain(
      '<strong>Give: Give.</strong> <a href="https://give.example/">Give now</a> Until December 1, 2026',
    )
    expect(await render(wide, '/text/story/told/')).toContain('requests in:</strong> <a href="/text/story/asked/">')
  })

  it('is still asked until the story that tells of it is published', async () => {
    const page = await render(content, '/pray/', '2026-11-01T12:00:00Z')
    expect(page).toContain('For rain.')
    expect(page).not.toContain('Told')
    expect(await render(content, '/news/asked/', '2026-11-01T12:00:00Z')).not.toContain('was answered')
  })
})
