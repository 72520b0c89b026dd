import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'
import { didYouMean } from '../suggestion.ts'

export const unknownBlock = defineProblem({
  name: 'unknown-block',
  severity: 'error',
  why: 'A misspelled block would reach readers as three colons and a word.',
  message: (name: string) => `Unexpected block ${quote(name)}`,
  fix: (_name: string, suggestion: string | undefined, blocks: readonly string[]) =>
    `${didYouMean(suggestion)}Known blocks: ${blocks.slice(0, -1).join(', ')} and ${blocks.at(-1)}.`,
})

export const blockUnclosed = defineProblem({
  name: 'block-unclosed',
  severity: 'error',
  why: 'A block that is not closed takes the rest of the story in, which would be asked of readers as one long request.',
  message: (line: string, colons: string) =>
    `Unexpected block ${quote(line)} without an end, expected a line ${quote(colons)}`,
  fix: (_line: string, colons: string) => `Put a line of just ${quote(colons)} below the text of the block.`,
})

export const blockMalformed = defineProblem({
  name: 'block-malformed',
  severity: 'error',
  why: 'A block that is not written just so would reach readers as colons and words, and its request would be gathered nowhere.',
  message: (line: string, block: string) =>
    `Unexpected line ${quote(line)}, expected ${quote(block)} alone on its line`,
  fix: (_line: string, block: string) => {
    const form = block.startsWith(':::')
      ? `Write ${quote(block)}, below it the text, and below that a line of just ${quote(':::')}`
      : 'Write it like that, with nothing else on the line'
    return `${form}. Put a backslash before colons that are meant to be read: ${quote('\\:::')}.`
  },
})

export const blockUnopened = defineProblem({
  name: 'block-unopened',
  severity: 'error',
  why: 'A closing line without a block would reach readers as three colons; most often the block was closed too early.',
  message: () => `Unexpected line ${quote(':::')}, expected a block above it that it closes`,
  fix: `Take it away, or open the block with a line like ${quote(':::pray')}. Put a backslash before colons that are meant to be read: ${quote('\\:::')}.`,
})

export const unknownAttribute = defineProblem({
  name: 'unknown-attribute',
  severity: 'error',
  why: 'A misspelled attribute would be passed over in silence, a last day among them.',
  message: (name: string, block: string) => `Unexpected attribute ${quote(name)} of ${quote(block)}`,
  fix: (_name: string, _block: string, attributes: string, suggestion: string | undefined) =>
    `${didYouMean(suggestion)}Known attributes: ${attributes}.`,
})

export const emptyBlock = defineProblem({
  name: 'empty-block',
  severity: 'error',
  why: 'A box without text asks readers for nothing.',
  message: (name: string) => `Unexpected empty block ${quote(name)}, expected text`,
  fix: (name: string, example: string) =>
    !name.startsWith(':::')
      ? `Say in brackets what one hears, like ${quote(example)}.`
      : 'Write the request between the line that opens the block and the line `:::`.',
})

export const missingAttribute = defineProblem({
  name: 'missing-attribute',
  severity: 'error',
  why: 'A player without a recording plays nothing.',
  message: (name: string, block: string) => `Missing attribute ${quote(name)} of ${quote(block)}`,
  fix: (_name: string, _block: string, example: string) =>
    `Name the file that stands beside the text, like ${quote(example)}.`,
})
