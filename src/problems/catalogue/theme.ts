import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'
import { didYouMean } from '../suggestion.ts'

export const badColor = defineProblem({
  name: 'bad-color',
  severity: 'error',
  why: 'The contrast of a color is computed from its digits. YAML takes a `#` without quotes for the beginning of a comment.',
  message: (value: string) =>
    value === ''
      ? 'The color is empty. A `#` without quotes begins a comment.'
      : `${quote(value)} is not a color in hexadecimal digits.`,
  fix: 'Write `#` and six digits from 0 to f, in quotes, like "#96310f".',
})

export const lowContrast = defineProblem({
  name: 'low-contrast',
  severity: 'error',
  why: 'Text in a color that is too close to its background cannot be read by many, and by nobody in the sun.',
  message: (color: string, part: string, other: string, scheme: string, ratio: string, least: string) =>
    `${quote(color)} has a contrast of ${ratio}:1 with ${part} ${quote(other)} in the ${scheme} scheme. Text needs at least ${least}:1.`,
  fix: (
    _color: string,
    _part: string,
    _other: string,
    _scheme: string,
    _ratio: string,
    _least: string,
    nearest: string | undefined,
  ) =>
    nearest === undefined
      ? 'Choose a much lighter or darker color.'
      : `Write "${nearest}", the nearest color of the same hue that has enough.`,
})

export const themeFileMissing = defineProblem({
  name: 'theme-file-missing',
  severity: 'error',
  why: 'A page without its logo, its icon or its font would not look as its outlet wants it.',
  message: (source: string) =>
    `There is no file ${quote(source)} in ${source.startsWith('/') ? 'public/' : 'content/'}.`,
  fix: (source: string, suggestion: string | undefined) =>
    `${didYouMean(suggestion)}${
      source.startsWith('/')
        ? 'Put the file into public/, or name one beside site.yml without the slash.'
        : 'Put the file beside site.yml, or name one of public/ with a slash, like `/logo.svg`.'
    }`,
})

export const themeFileKind = defineProblem({
  name: 'theme-file-kind',
  severity: 'error',
  why: 'Browsers show only files whose bytes are what their names say.',
  message: (source: string, expected: string) => `${quote(source)} cannot be used here. It must be ${expected}.`,
  fix: (_source: string, expected: string) =>
    `Export it as ${expected}, and let its name end in the name of its format.`,
})

export const drawingWithForbiddenPart = defineProblem({
  name: 'drawing-with-forbidden-part',
  severity: 'error',
  why: 'An SVG file can hold scripts, pictures of other hosts and whole pages. Only shapes, text and colors are published.',
  message: (source: string, part: string) =>
    `The drawing ${quote(source)} holds ${quote(part)}, which is not published.`,
  fix: 'Export it as plain SVG with all objects as paths, or as PNG.',
})

export const themeFileTooLarge = defineProblem({
  name: 'theme-file-too-large',
  severity: 'error',
  why: 'Every reader loads the logo, the icon and the fonts, also on a slow connection.',
  message: (source: string, size: string, limit: string) =>
    `${quote(source)} has ${size}. At most ${limit} are published.`,
  fix: (_source: string, _size: string, _limit: string, advice: string) => advice,
})
