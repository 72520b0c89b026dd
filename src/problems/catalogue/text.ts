import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'

export const noText = defineProblem({
  name: 'no-text',
  severity: 'warning',
  why: 'A page with a headline and nothing below it is most often one that was saved too early.',
  message: () => 'Unexpected end of file, expected a text below the front matter',
  fix: 'Write the text below the second `---`, or write `status: draft` until it is there.',
})

export const nestedTooDeep = defineProblem({
  name: 'nested-too-deep',
  severity: 'error',
  why: 'Markdown nested by the hundred is damaged or hostile, and would stall the build.',
  message: (depth: string) => `Unexpected Markdown nested ${depth} levels deep, expected at most 100`,
  fix: 'Take quote marks, brackets or indentation away until the text is what you meant.',
})

export const htmlRemoved = defineProblem({
  name: 'html-removed',
  severity: 'warning',
  why: 'Only harmless HTML may reach readers; the rest is left out.',
  message: (tag: string) => `HTML element ${quote(tag)} is left out`,
  fix: 'Write it in Markdown; scripts, forms, frames and styles have no place in a story.',
})

export const compilingFailed = defineProblem({
  name: 'compiling-failed',
  severity: 'error',
  why: 'A text that makes the compiler run out of memory or end must not take the site with it unnamed.',
  message: (reason: string) => `Compiling this file failed: ${reason}`,
  fix: 'Take the last change of it back, and tell us: this is a mistake of ours.',
})
