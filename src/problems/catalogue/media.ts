import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'
import { didYouMean } from '../suggestion.ts'

export const imageWithoutAlt = defineProblem({
  name: 'image-without-alt',
  severity: 'error',
  why: 'Readers who do not see the picture are told what it shows, or nothing at all.',
  message: (source: string) => `Unexpected image ${quote(source)} without a text in its place`,
  fix: 'Say what it shows: ![Two girls carry water past a school](photo.jpg).',
})

export const mediaMissing = defineProblem({
  name: 'media-missing',
  severity: 'error',
  why: 'A picture or recording that does not exist leaves a hole in the page.',
  message: (source: string) =>
    source === ''
      ? 'Unexpected picture without a file, expected its name behind the brackets'
      : `Unexpected file ${quote(source)}, which does not exist`,
  fix: (_source: string, suggestion: string | undefined) =>
    `${didYouMean(suggestion)}Put the file beside the text, in a folder <slug>/ with the text as index.md.`,
})

export const mediaFromElsewhere = defineProblem({
  name: 'media-from-elsewhere',
  severity: 'error',
  why: 'A picture from another host tells that host who reads the story.',
  message: (source: string) => `Unexpected file ${quote(source)} on another host, expected one of this site`,
  fix: 'Keep a copy beside the text and name that.',
})

export const mediaKind = defineProblem({
  name: 'media-kind',
  severity: 'error',
  why: 'Only pictures and recordings whose bytes are what their names say are published.',
  message: (source: string, actual: string, expected: string) =>
    `Unexpected file ${quote(source)}: ${actual}, expected ${expected}`,
  fix: (_source: string, _actual: string, _expected: string, advice: string) => advice,
})

export const mediaWithMetadata = defineProblem({
  name: 'media-with-metadata',
  severity: 'warning',
  why: 'What lies in public/ is published as it is, and with it what cameras and programs wrote into it: names, and places to the meter.',
  message: (subjects: string) =>
    `Unexpected metadata that says ${subjects}, expected a file that tells nothing of people`,
  fix: 'Move it beside the text that shows it, where this is taken out, or save it without metadata.',
})

export const photoTooLarge = defineProblem({
  name: 'photo-too-large',
  severity: 'error',
  why: 'A picture larger than any screen only slows the repository and every build of it.',
  message: (source: string, size: string) =>
    `Unexpected picture ${quote(source)} of ${size}, expected at most 30 MB and 80 megapixels`,
  fix: 'Save it with its longer side at 3,000 pixels, as a JPEG; pages show at most 1,664 of them.',
})
