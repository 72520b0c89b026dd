import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../../src/pages/assets.ts'
import { root } from '../../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

describe('style sheets', () => {
  it('that cannot be read are named with the place in their own file', () => {
    const layouts = join(scratch, 'layouts')
    cpSync(join(root, 'layouts'), layouts, { recursive: true })
    const base = join(layouts, 'styles/base.css')
    const lines = readFileSync(base, 'utf8').split('\n').length
    appendFileSync(base, '..wide {}\n')
    expect(() =>
      buildAssets(layouts, 'public', { url: 'https://small.example', search: false, offline: false }),
    ).toThrow(`${join('layouts/styles/base.css')}:${lines}:2: unexpected CSS`)
  })
})
