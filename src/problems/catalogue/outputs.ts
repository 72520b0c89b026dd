import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'

export const duplicateAddress = defineProblem({
  name: 'duplicate-address',
  severity: 'error',
  why: 'Two pages at one address: one of them would never be seen.',
  message: (address: string, other: string) => `Unexpected second page at ${quote(address)}, which belongs to ${other}`,
  fix: 'Rename one of the files, or take the alias away.',
})

export const fileForHostRoot = defineProblem({
  name: 'file-for-host-root',
  severity: 'warning',
  why: 'Programs read robots.txt and what is in .well-known at the root of a host alone, and a site in a folder of its host has no say there.',
  message: (address: string, base: string) =>
    `${quote(address)} is published below ${quote(`${base}/`)}, where no program looks for it.`,
  fix: (address: string, _base: string, origin: string) =>
    `Remove the file. Those who run ${new URL(origin).host} can publish what it says at ${origin}${address}.`,
})

export const layoutFailed = defineProblem({
  name: 'layout-failed',
  severity: 'error',
  why: 'A page that cannot be laid out would be missing from the site.',
  message: (layout: string, address: string, reason: string) =>
    `Layout ${quote(layout)} failed on ${address}: ${reason}`,
  fix: 'This is a mistake in layouts/ and not in the story; nothing was written.',
})

export const styleSheetUnreadable = defineProblem({
  name: 'style-sheet-unreadable',
  severity: 'error',
  why: 'Browsers drop what they cannot read in a style sheet, and often the rest of the sheet with it.',
  message: (reason: string) => `The style sheet cannot be read: ${reason}.`,
  fix: 'Correct the line, or the one before it: most often a brace, a semicolon or a quotation mark is missing.',
})

export const thirdParty = defineProblem({
  name: 'third-party',
  severity: 'error',
  why: 'Whoever serves a file of a page knows who reads it, and when.',
  message: (origin: string) => `Unexpected file from ${quote(origin)} on a page, expected files of this site alone`,
  fix: (origin: string) =>
    `Serve it from public/, or let readers be known there: ${quote(`thirdParties: [${origin}]`)} in site.yml.`,
})

export const transformFailed = defineProblem({
  name: 'transform-failed',
  severity: 'error',
  why: 'A page that a transform could not change would be missing from the site, or be published without its change.',
  message: (transform: string, address: string, reason: string) =>
    `The transform ${quote(transform)} failed on ${address}: ${reason}`,
  fix: (transform: string) =>
    `Correct ${quote(transform)} in .eleventy.ts. A transform gets a string and the path of the file, and returns a string.`,
})

export const templateFailed = defineProblem({
  name: 'template-failed',
  severity: 'error',
  why: 'A page that a template could not render would be missing from the site.',
  message: (reason: string) => `The template cannot be rendered: ${reason}`,
  fix: 'Correct the template. Texts with pictures and recordings belong into content/pages/.',
})
