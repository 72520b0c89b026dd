import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { transform } from 'lightningcss'
import type { Logo } from '../../layouts/parts/site-chrome.ts'
import type { ThemeFile, ThemeFiles } from '../media/theme-files.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import type { Theme } from '../newsroom/theme.ts'
import { basePath, type UrlPath } from '../newsroom/url-path.ts'
import { styleSheetUnreadable } from '../problems/catalogue/outputs.ts'
import { ProblemsError } from '../problems/problem.ts'
import type { Audience } from '../site/publication.ts'
import type { StaticFile } from '../site/static-file.ts'
import type { TextFile } from './output.ts'
import { color, type Palette, type Palettes, paletteStyles, readPalettes } from './palettes.ts'

/** The style sheets of every site, in the order of the cascade. */
const styleSheets = [
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

/** The package that contains the fonts; style sheets name its files as `font:<file>`. */
const fontPackage = '@fontsource/newsreader'

/** The style sheets that only some sites need. */
const optionalStyleSheets: readonly (readonly [name: string, isNeeded: (outlet: AssetSettings) => boolean])[] = [
  ['submenus', ({ menu }) => menu.some(({ links }) => links.length > 0)],
  ['logo', ({ theme }) => theme.logo !== undefined],
  ['give-links', ({ give }) => give !== undefined],
  ['footer', ({ footer }) => footer.groups.length > 0 || footer.text !== undefined],
]

/** The settings of an outlet that its assets depend on. */
type AssetSettings = Pick<Outlet, 'url' | 'search' | 'offline' | 'menu' | 'give' | 'footer' | 'theme'>

/** The style sheet, the icon and the scripts of the site, with the hashes of their bytes in their names. */
export interface Assets {
  stylesheet: UrlPath
  icon: UrlPath
  logo: Logo | undefined
  script: UrlPath
  search: UrlPath | undefined
  offline: UrlPath | undefined
  /** The text of the service worker, which has a fixed address. */
  serviceWorker: string
  /** The script that shows problems in previews. */
  previewScript: UrlPath | undefined
  outputs: TextFile[]
  staticFiles: StaticFile[]
}

/**
 * Builds the assets of a site.
 *
 * @param layouts the folder of the layouts, absolute
 * @param palettes the colors of the site
 */
export function buildAssets(
  layouts: string,
  audience: Audience,
  outlet: AssetSettings,
  palettes: Palettes,
  { logo, icon, headlineFont, textFont }: ThemeFiles,
): Assets {
  const tokens = readTokens(layouts)
  const sheet = (name: string): StyleSheet => {
    const file = join('styles', `${name}.css`)
    return [join(basename(layouts), file), readFileSync(join(layouts, file), 'utf8')]
  }
  const optional = optionalStyleSheets.filter(([, isNeeded]) => isNeeded(outlet)).map(([name]) => name)
  const css = bundleStyles([
    // The default font of headlines is left out where the outlet has its own.
    ...[...styleSheets, ...optional].filter((name) => name !== 'fonts' || headlineFont === undefined).map(sheet),
    ['tints', tintClasses()],
    ['theme', paletteStyles(readPalettes(tokens), palettes) + fontStyles({ headlineFont, textFont }, tokens)],
    ['logo-ground', logo === undefined ? '' : `:root{--logo-ground:${color(palettes.light, 'paper')}}`],
    ...(existsSync(join(layouts, 'styles', 'outlet.css')) ? [sheet('outlet')] : []),
  ])
  const script = (name: string) => readFileSync(join(layouts, 'scripts', `${name}.js`), 'utf8')
  const outputs: TextFile[] = []
  const copies: StaticFile[] = []
  // Node cannot resolve a pattern of `exports` in a folder with `*` in its name, so the file is found from the package's own.
  const fontFolder = join(dirname(createRequire(import.meta.url).resolve(fontPackage)), 'files')
  const cssWithFonts = css.replace(/url\("?font:([a-z0-9-]+)"?\)/g, (_, face: string) => {
    const from = join(fontFolder, `${face}.woff2`)
    const url: UrlPath = `/assets/${face}-${shortHash(readFileSync(from))}.woff2`
    copies.push({ url, from })
    return `url(${url})`
  })
  const cssWithBase = cssWithFonts.replace(/\burl\(["']?(?=\/(?!\/))/g, `$&${basePath(outlet.url)}`)
  const add = (name: string, ending: string, text: string): UrlPath => {
    const url: UrlPath = `/assets/${name}-${shortHash(text)}.${ending}`
    outputs.push(assetFile(url, text))
    return url
  }
  return {
    stylesheet: add('site', 'css', cssWithBase),
    icon: icon?.files[0]?.url ?? add('icon', 'svg', defaultIcon(layouts, outlet.theme, palettes.light)),
    logo: logo && toLogo(logo),
    script: add('copy', 'js', script('copy')),
    offline: outlet.offline ? add('offline', 'js', script('offline')) : undefined,
    serviceWorker: script('service-worker'),
    search: outlet.search ? add('search', 'js', script('search')) : undefined,
    previewScript: audience === 'desk' ? add('preview', 'js', script('preview')) : undefined,
    outputs,
    staticFiles: [...copies, ...[logo, icon, headlineFont, textFont].flatMap((file) => file?.files ?? [])],
  }
}

/** Reads the colors of the style sheets, without those of a theme. */
export const loadPalettes = (layouts: string): Palettes => readPalettes(readTokens(layouts))

const readTokens = (layouts: string) => readFileSync(join(layouts, 'styles', 'tokens.css'), 'utf8')

/** Returns the icon of the theme, in the colors of the outlet if it has its own. */
function defaultIcon(layouts: string, { accent }: Theme, palette: Palette): string {
  const svg = readFileSync(join(layouts, 'icon.svg'), 'utf8')
  if (accent === undefined) return svg
  const [ground, flame, core] = [color(palette, 'accent'), color(palette, 'paper'), color(palette, 'accent')]
  return svg.replaceAll('#1b1915', ground).replaceAll('#e0992b', flame).replaceAll('#fff0c2', core)
}

function toLogo({ files: [file], width = 0, height = 0 }: ThemeFile): Logo | undefined {
  return file && { url: file.url, width: Math.round(width), height: Math.round(height) }
}

/** Returns the styles that load the fonts of an outlet. */
function fontStyles({ headlineFont, textFont }: ThemeFiles, tokens: string): string {
  const faces = (family: string, weight: string, { files }: ThemeFile) =>
    files.map(
      (file) =>
        `@font-face{font-family:"${family}";font-weight:${file.weight ?? weight};font-display:optional;src:url("${file.url}")format("woff2");unicode-range:${file.range}}`,
    )
  const [, serif = 'serif'] = /--serif: ([^;]+);/.exec(tokens) ?? []
  return [
    // All headlines are in the one weight of their font, so that browsers do not make it bolder.
    ...(headlineFont === undefined
      ? []
      : [...faces('Outlet Headlines', '1 1000', headlineFont), ':root{--headline:"Outlet Headlines",var(--serif)}']),
    ...(textFont === undefined
      ? []
      : [...faces('Outlet Text', '400', textFont), `:root{--serif:"Outlet Text",${serif}}`]),
  ].join('')
}

/** Returns the output of a style sheet or script. */
export const assetFile = (url: UrlPath, text: string): TextFile => ({
  url,
  layout: 'asset',
  props: { text },
  render: ({ text }: { text: string }) => text,
})

type StyleSheet = readonly [name: string, text: string]

/** Joins style sheets and minifies them for the browsers of the last years. */
function bundleStyles(sheets: readonly StyleSheet[]): string {
  try {
    return minify(['site.css', sheets.map(([, text]) => text).join('\n')])
  } catch (error) {
    // Minifying each by itself finds the one that fails, with its line.
    sheets.forEach(minify)
    throw error
  }
}

function minify([filename, text]: StyleSheet): string {
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
    const start = { line: loc.line, column: loc.column }
    throw new ProblemsError([{ ...styleSheetUnreadable(message), file: filename, start }])
  }
}

/** The classes of the colors that show until pictures are loaded. Inline styles would need a weaker security policy. */
function tintClasses(): string {
  const digits = ['0', '1', '2', '3']
  return digits
    .flatMap((red) => digits.flatMap((green) => digits.map((blue) => red + green + blue)))
    .map((tint) => `.tint-${tint}{background:#${tint.replaceAll('3', 'f').replaceAll('2', 'a').replaceAll('1', '5')}}`)
    .join('')
}

const shortHash = (text: string | Buffer) => createHash('sha256').update(text).digest('hex').slice(0, 12)
