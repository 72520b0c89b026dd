import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'
import { didYouMean } from '../suggestion.ts'

export const languageWithoutInterface = defineProblem({
  name: 'language-without-interface',
  severity: 'warning',
  why: 'What stands around the stories would be in English.',
  message: (language: string, languages: string) =>
    `Unexpected language ${quote(language)} of the site, expected one that the interface speaks: ${languages}`,
  fix: 'Add a file for it to src/i18n/, beside those of the others.',
})

export const unknownLanguage = defineProblem({
  name: 'unknown-language',
  severity: 'error',
  why: 'Screen readers, quotation marks and dates follow the language.',
  message: (value: string) => `Unexpected language ${quote(value)}, expected a language tag`,
  fix: (_value: string, suggestion: string | undefined) =>
    suggestion === undefined ? 'Write it like en, fr or pt-BR.' : didYouMean(suggestion).trimEnd(),
})

export const unknownTimeZone = defineProblem({
  name: 'unknown-time-zone',
  severity: 'error',
  why: 'Days begin and end by the outlet’s time zone.',
  message: (value: string) => `Unexpected time zone ${quote(value)}, expected an IANA name`,
  fix: 'Write it like America/Chicago or Africa/Bamako.',
})

export const badAddress = defineProblem({
  name: 'bad-address',
  severity: 'error',
  why: 'An address may not leave the site, hide in it, or take a place that the press or the host needs.',
  message: (value: string, reason: string) => `Unexpected address ${quote(value)}: ${reason}`,
  fix: 'Write it like /2014/05/old-story/.',
})

export const badSiteUrl = defineProblem({
  name: 'bad-site-url',
  severity: 'error',
  why: 'Every link of the site and of its feeds begins with it.',
  message: (value: string) => `The site’s address ${quote(value)} is neither a host nor a folder of one.`,
  fix: 'Write the address of the home page like `https://example.org/` or `https://example.org/outlet/`; a folder has letters from a to z, digits, `-`, `_`, `~` and `.`.',
})

export const badFeedAuthority = defineProblem({
  name: 'bad-feed-authority',
  severity: 'error',
  why: 'Feed readers recognize a story by its id. An id that begins with a host of the outlet is used by no other outlet.',
  message: (value: string) => `The feed authority ${quote(value)} is neither a host nor a folder of one.`,
  fix: 'Write it like `example.org` or `example.org/outlet`, without `https://`.',
})

export const badEmail = defineProblem({
  name: 'bad-email',
  severity: 'error',
  why: 'Readers write to it.',
  message: (value: string) => `Unexpected e-mail address ${quote(value)}`,
  fix: 'Write it like desk@example.org.',
})

export const badId = defineProblem({
  name: 'bad-id',
  severity: 'error',
  why: 'An id is the name of a file, without its ending.',
  message: (value: string) => `Unexpected id ${quote(value)}, expected lower-case letters, digits and hyphens`,
  fix: (_value: string, suggestion: string) =>
    suggestion === '' ? 'Write the file’s name without `.md`.' : `Write \`${suggestion}\`.`,
})
