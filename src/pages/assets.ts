import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Address } from '../newsroom/address.ts'
import type { Audience } from '../site/publication.ts'
import type { Output } from './output.ts'

/** The style sheets, in the order of the cascade. */
const styles = ['tokens', 'base', 'shell', 'cards', 'lists', 'story', 'actions', 'home', 'print']

/** The style sheet and the scripts of the site, under names made of their bytes. */
export interface Assets {
  stylesheet: Address
  script: Address
  /** For the desk alone. */
  previewScript: Address | undefined
  outputs: Output[]
}

/** @param layouts the folder of the layouts, absolute */
export function assetsOf(layouts: string, audience: Audience): Assets {
  const css = styles.map((name) => readFileSync(join(layouts, 'styles', `${name}.css`), 'utf8')).join('\n')
  const script = (name: string) => readFileSync(join(layouts, 'scripts', `${name}.js`), 'utf8')
  const outputs: Output[] = []
  const add = (name: string, ending: string, text: string): Address => {
    const url: Address = `/assets/${name}-${short(text)}.${ending}`
    outputs.push({ url, layout: 'asset', props: { text } })
    return url
  }
  return {
    stylesheet: add('site', 'css', css),
    script: add('copy', 'js', script('copy')),
    previewScript: audience === 'desk' ? add('preview', 'js', script('preview')) : undefined,
    outputs,
  }
}

const short = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
