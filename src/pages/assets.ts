import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { transform } from 'lightningcss'
import type { Outlet } from '../newsroom/outlet.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { Audience } from '../site/publication.ts'
import type { StaticFile } from '../site/static-file.ts'
import type { TextFile } from './output.ts'

/** The style sheets, in the order of the cascade. */
const styles = [
  'tokens',
  'fonts',
  'base',
  'site-chrome',
  'cards',
  'lists',
  'story',
  'body',
  'actions',
  'notes',
  'broadcasts',
  'replies',
  'forms',
  'search',
  'coverage',
  'republish',
  'home',
  'print',
]

/** The package whose faces style sheets name as `font:<face>`. */
const fonts = '@fontsource/newsreader/files'

/** The style sheet, the icon and the scripts of the site, under names made of their bytes. */
export interface Assets {
  stylesheet: UrlPath
  icon: UrlPath
  script: UrlPath
  search: UrlPath | undefined
  offline: UrlPath | undefined
  /** The text of the script that keeps pages, which stands at an address of its own. */
  serviceWorker: string
  /** For the desk alone. */
  previewScript: UrlPath | undefined
  outputs: TextFile[]
  copies: StaticFile[]
}

/** @param layouts the folder of the layouts, absolute */
export function buildAssets(layouts: string, audience: Audience, outlet: Pick<Outlet, 'search' | 'offline'>): Assets {
  const css = bundle([
    ...styles.map((name): Sheet => {
      const file = join('styles', `${name}.css`)
      return [join(basename(layouts), file), readFileSync(join(layouts, file), 'utf8')]
    }),
    ['tints', tints()],
  ])
  const script = (name: string) => readFileSync(join(layouts, 'scripts', `${name}.js`), 'utf8')
  const outputs: TextFile[] = []
  const copies: StaticFile[] = []
  const withFonts = css.replace(/url\("?font:([a-z0-9-]+)"?\)/g, (_, face: string) => {
    const from = createRequire(import.meta.url).resolve(`${fonts}/${face}.woff2`)
    const url: UrlPath = `/assets/${face}-${short(readFileSync(from))}.woff2`
    copies.push({ url, from })
    return `url(${url})`
  })
  const add = (name: string, ending: string, text: string): UrlPath => {
    const url: UrlPath = `/assets/${name}-${short(text)}.${ending}`
    outputs.push(assetFile(url, text))
    return url
  }
  return {
    stylesheet: add('site', 'css', withFonts),
    icon: add('icon', 'svg', readFileSync(join(layouts, 'icon.svg'), 'utf8')),
    script: add('copy', 'js', script('copy')),
    offline: outlet.offline ? add('offline', 'js', script('offline')) : undefined,
    serviceWorker: script('service-worker'),
    search: outlet.search ? add('search', 'js', script('search')) : undefined,
    previewScript: audience === 'desk' ? add('preview', 'js', script('preview')) : undefined,
    outputs,
    copies,
  }
}

/** A style sheet or script, published as it was built. */
export const assetFile = (url: UrlPath, text: string): TextFile => ({
  url,
  layout: 'asset',
  props: { text },
  render: ({ text }: { text: string }) => text,
})

/** A style sheet: what to call it, and its text. */
type Sheet = readonly [name: string, text: string]

/** One small style sheet for the browsers of the last years. */
function bundle(sheets: readonly Sheet[]): string {
  try {
    return minified(['site.css', sheets.map(([, text]) => text).join('\n')])
  } catch (error) {
    // One of them fails by itself, and says where.
    sheets.forEach(minified)
    throw error
  }
}

function minified([filename, text]: Sheet): string {
  try {
    const { code } = transform({
      filename,
      code: Buffer.from(text),
      minify: true,
      targets: { chrome: 105 << 16, firefox: 115 << 16, safari: (15 << 16) | (4 << 8) },
    })
    return code.toString()
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number; column: number } }
    if (loc === undefined) throw error
    throw new Error(`${filename}:${loc.line}:${loc.column}: unexpected CSS: ${message}. Mend it there or right before.`)
  }
}

/** The colors that hold the place of pictures, by their digits: a style in the markup would need a policy that allows any. */
function tints(): string {
  const digits = ['0', '1', '2', '3']
  return digits
    .flatMap((red) => digits.flatMap((green) => digits.map((blue) => red + green + blue)))
    .map((tint) => `.tint-${tint}{background:#${tint.replaceAll('3', 'f').replaceAll('2', 'a').replaceAll('1', '5')}}`)
    .join('')
}

const short = (text: string | Buffer) => createHash('sha256').update(text).digest('hex').slice(0, 12)
