import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'
import { didYouMean } from '../suggestion.ts'

export const replyWithoutStory = defineProblem({
  name: 'reply-without-story',
  severity: 'error',
  why: 'Letters in a file that no story goes by would never be printed.',
  message: (slug: string) => `Unexpected file of replies ${quote(slug)}, expected the slug of a story as its name`,
  fix: (_slug: string, suggestion: string | undefined) =>
    `${didYouMean(suggestion)}A slug is the name of the story’s file, without \`.md\`.`,
})

export const unknownReply = defineProblem({
  name: 'unknown-reply',
  severity: 'error',
  why: 'An answer that names no letter would stand alone, and mean something else.',
  message: (id: string) =>
    `Unexpected ${quote(id)} in ${quote('replyTo')}, expected the ${quote('id')} of a reply above`,
  fix: (_id: string, suggestion: string | undefined) =>
    `${didYouMean(suggestion)}Give the other reply an ${quote('id')}, or take the line away.`,
})

export const duplicateReply = defineProblem({
  name: 'duplicate-reply',
  severity: 'error',
  why: 'Answers find their letter by its id.',
  message: (id: string) => `Unexpected second reply with the ${quote('id')} ${quote(id)}`,
  fix: 'Give one of them another `id`.',
})

export const replyMarkup = defineProblem({
  name: 'reply-markup',
  severity: 'error',
  why: 'Letters are written by strangers: they may hold text and web links, and nothing that looks like the outlet’s own.',
  message: (markup: string) => `Unexpected ${markup} in a reply, expected text, emphasis, links, quotes, lists or code`,
  fix: 'Take it out, or put a backslash before the sign that makes it, such as `\\#` or `\\<`.',
})

export const contactInReply = defineProblem({
  name: 'contact-in-reply',
  severity: 'warning',
  why: 'A letter is read by everybody, those among them who would find its writer.',
  message: (kind: string) => `Unexpected ${kind} in a reply, expected none`,
  fix: 'Take it out. E-mail and IP addresses are left out of the page in any case.',
})

export const replyFromTheFuture = defineProblem({
  name: 'reply-from-the-future',
  severity: 'error',
  why: 'A letter of a day that has not come is mistyped, and would stand in the wrong order.',
  message: (date: string, today: string) =>
    `Unexpected reply of ${quote(date)}, expected a day up to today, ${quote(today)}`,
  fix: 'Write the day on which the letter was written.',
})

export const replyWhereClosed = defineProblem({
  name: 'reply-where-closed',
  severity: 'warning',
  why: 'Those who know a person whose name is changed may write it. Such stories print no letters unless the desk decides so.',
  message: (slug: string) => `Unexpected replies to ${quote(slug)}, which changes names and so prints none`,
  fix: 'Read them with that in mind, then write `replies: open` in the story; or take them away.',
})
