import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Address } from '../newsroom/address.ts'
import type { Output } from './output.ts'

/** The style sheets, in the order of the cascade. */
const styles = ['tokens', 'base', 'shell', 'cards', 'lists', 'story', 'home', 'print']

/** The style sheet and the script of the site, under names made of their bytes. */
export function assetsOf(layouts: string): { stylesheet: Address; script: Address; outputs: Output[] } {
  const css = styles.map((name) => readFileSync(join(layouts, 'styles', `${name}.css`), 'utf8')).join('\n')
  const js = readFileSync(join(layouts, 'scripts', 'copy-link.js'), 'utf8')
  const stylesheet: Address = `/assets/site-${short(css)}.css`
  const script: Address = `/assets/copy-link-${short(js)}.js`
  return {
    stylesheet,
    script,
    outputs: [
      { url: stylesheet, layout: 'asset', props: { text: css } },
      { url: script, layout: 'asset', props: { text: js } },
    ],
  }
}

const short = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
