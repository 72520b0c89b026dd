import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'
import { didYouMean } from '../suggestion.ts'

export const unknownArticle = defineProblem({
  name: 'unknown-article',
  severity: 'error',
  why: 'A story that names another one by a wrong slug would silently stand alone.',
  message: (key: string, slug: string) => `Unexpected ${quote(slug)} in ${quote(key)}, expected the slug of a story`,
  fix: (_key: string, _slug: string, suggestion: string | undefined) =>
    `${didYouMean(suggestion)}A slug is the name of the story’s file, without \`.md\`.`,
})

export const storyOfItself = defineProblem({
  name: 'story-of-itself',
  severity: 'error',
  why: 'A story cannot be the answer to itself, nor its own translation.',
  message: (key: string) => `Unexpected slug of the story itself in ${quote(key)}, expected another story`,
  fix: 'Name the other story, or take the line away.',
})

export const translationOfTranslation = defineProblem({
  name: 'translation-of-translation',
  severity: 'error',
  why: 'Every translation names the original, so that all versions of a story find each other.',
  message: (slug: string) =>
    `Unexpected ${quote(slug)}, itself a translation, in ${quote('translationOf')}, expected the original`,
  fix: (_slug: string, original: string) => `Write ${quote(original)}.`,
})

export const translationInSameLanguage = defineProblem({
  name: 'translation-in-same-language',
  severity: 'error',
  why: 'A translation that does not say its language would be read aloud and searched in the wrong one.',
  message: (language: string) =>
    `Unexpected translation into ${quote(language)}, the language of the original, expected another language`,
  fix: 'Write the language of the translation, like `language: es`.',
})

export const answerWithoutRequest = defineProblem({
  name: 'answer-without-request',
  severity: 'warning',
  why: 'A story that asked for no prayer has no request that could be marked as answered.',
  message: (slug: string) => `Unexpected ${quote(slug)} in ${quote('answers')}, expected a story that asks for prayer`,
  fix: 'Name the story with the request, or take the line away.',
})
