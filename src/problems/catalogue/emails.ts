import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'
import { didYouMean } from '../suggestion.ts'

export const notAnEmail = defineProblem({
  name: 'not-an-email',
  severity: 'error',
  why: '`lampstand reply` reads what a mail program saves, and guesses at nothing else.',
  message: (line: string) => `Unexpected first line ${quote(line)}, expected the head of an e-mail`,
  fix: 'Save the message from your mail program as a file that ends in `.eml`.',
})

export const emailTooLarge = defineProblem({
  name: 'email-too-large',
  severity: 'error',
  why: 'A letter is a page of text; what is that large is something else.',
  message: (size: string) => `Unexpected e-mail of ${size}, expected at most 30 MB`,
  fix: 'Save it without its attachments; they are left out in any case.',
})

export const emailUnreadable = defineProblem({
  name: 'email-unreadable',
  severity: 'error',
  why: 'An e-mail that is nested or padded without end is made to stall programs.',
  message: (reason: string) => `This e-mail cannot be read: ${reason}`,
  fix: 'Copy the letter into a new message to yourself, and save that one.',
})

export const emailWithoutText = defineProblem({
  name: 'email-without-text',
  severity: 'error',
  why: 'There is nothing to print.',
  message: () => 'Unexpected e-mail without text of its own',
  fix: 'What it quotes and the address of the story are left out. If the letter is an attachment, or stands among what it quotes, copy its words into the file of replies by hand.',
})

export const emailCharset = defineProblem({
  name: 'email-charset',
  severity: 'error',
  why: 'A letter in an unknown encoding would be printed with wrong letters.',
  message: (charset: string) =>
    `Unexpected encoding ${quote(charset)}, expected one that is known, such as ${quote('utf-8')}`,
  fix: 'Copy the letter into a new message to yourself, and save that one.',
})

export const emailLettersLost = defineProblem({
  name: 'email-letters-lost',
  severity: 'warning',
  why: 'An e-mail that does not say its encoding, or says a wrong one, cannot be read letter by letter.',
  message: () => 'Unexpected bytes that are no letters in the encoding of this e-mail; each stands as `�` in the entry',
  fix: 'Write the letters that are meant before you approve it.',
})

export const emailHtmlOnly = defineProblem({
  name: 'email-html-only',
  severity: 'warning',
  why: 'What a message in HTML shows and what it says may differ: text can be hidden in it.',
  message: () => 'Unexpected e-mail in HTML only, expected plain text; its words were taken from the HTML',
  fix: 'Read the entry before you approve it.',
})

export const letterWithoutStory = defineProblem({
  name: 'letter-without-story',
  severity: 'error',
  why: 'A letter is printed below its story.',
  message: () => 'Unexpected e-mail without the address of a story',
  fix: 'Name the story by its slug: `lampstand reply letter.eml --story rain-comes`.',
})

export const letterToNoStory = defineProblem({
  name: 'letter-to-no-story',
  severity: 'error',
  why: 'A story that has moved or was renamed must not lose the letters that are sent to its old address.',
  message: (slug: string) =>
    `Unexpected story ${quote(slug)} in the address that the e-mail names, expected the slug of a story`,
  fix: (_slug: string, suggestion: string | undefined) =>
    `${didYouMean(suggestion)}Name the story by its slug: \`lampstand reply letter.eml --story rain-comes\`.`,
})
