import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { VFile } from 'vfile'

/** A word, or one character of a script that writes no spaces. */
const word =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}{4}|[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu

/** Counts the words of a text, for how long it takes to read it aloud. */
export function remarkWords() {
  return (tree: Root, file: VFile): undefined => {
    const data = file.data.body
    if (data?.story === true) data.words = countWords(tree.children.map((child) => textOf(child)).join('\n'))
  }
}

export function countWords(text: string): number {
  return text.match(word)?.length ?? 0
}
