import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'
import { didYouMean } from '../suggestion.ts'

export const badLink = defineProblem({
  name: 'bad-link',
  severity: 'error',
  why: 'A link that is no web address leads nowhere, or runs a script.',
  message: (value: string) =>
    value === '' ? 'Unexpected link without an address' : `Unexpected link ${quote(value)}, expected a web address`,
  fix: (value: string) => {
    if (value === '') return 'Write where it leads between the brackets, like (https://example.org/page).'
    return /^(?:[a-z]|file):/i.test(value)
      ? 'That is a file of your computer, which readers cannot open. Name a content file by its path from this one, or a page by its address, like https://example.org/page.'
      : 'Write it whole, like https://example.org/page.'
  },
})

export const vagueLinkText = defineProblem({
  name: 'vague-link-text',
  severity: 'warning',
  why: 'Screen readers list links by their text alone, and search engines read it.',
  message: (text: string) => `Link text ${quote(text)} does not say where the link leads`,
  fix: (_text: string, host: string) =>
    `Link the words that name it, like “how to serve with ${host}” or “the application form”.`,
})

export const linkAsText = defineProblem({
  name: 'link-as-text',
  severity: 'warning',
  why: 'A link that cannot be read as one reaches readers with its brackets, and leads nowhere.',
  message: (typed: string) =>
    `Unexpected ${quote(typed)}, which is printed as it is typed, expected a ${typed.startsWith('!') ? 'picture' : typed.startsWith('[^') ? 'footnote' : 'link'}`,
  fix: (_typed: string, advice: string) =>
    `${advice} If it is meant as it stands, put a backslash before its first bracket.`,
})

export const deadLink = defineProblem({
  name: 'dead-link',
  severity: 'error',
  why: 'A link inside the site that leads nowhere fails every reader who follows it.',
  message: (target: string) => `Unexpected link ${quote(target)}, which leads to nothing on this site`,
  fix: (_target: string, suggestion: string | undefined, kind: 'page' | 'file') =>
    `${didYouMean(suggestion)}${
      kind === 'page'
        ? 'Write the address of a page, like /news/some-story/, or the path of a content file beside this one.'
        : 'Put documents and other files to link to into public/: public/forms/apply.pdf stands at /forms/apply.pdf.'
    }`,
})

export const deadAnchor = defineProblem({
  name: 'dead-anchor',
  severity: 'error',
  why: 'A link to a place on a page that does not have it drops the reader at the top.',
  message: (target: string) => `Unexpected anchor ${quote(target)}, which the page does not have`,
  fix: (_target: string, suggestion: string | undefined) =>
    `${didYouMean(suggestion)}The anchor of a heading is its text in lower case, with hyphens for spaces.`,
})

export const linkToUnpublished = defineProblem({
  name: 'link-to-unpublished',
  severity: 'warning',
  why: 'The address of a story that is not published stays out of the site; its link becomes plain text.',
  message: (target: string) => `Link ${quote(target)} leads to a story that is not published`,
  fix: 'The text stays, the link is left out until the story is published.',
})
