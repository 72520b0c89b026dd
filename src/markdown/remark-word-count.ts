import type { Root } from 'mdast'
import { toString as textContent } from 'mdast-util-to-string'
import type { VFile } from 'vfile'

/** A word, or one character of a script that writes no spaces. */
const word =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}{4}|[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu

/** The letters, digits and punctuation of western languages. */
const western = /^[\0-\u024f\u2000-\u206f]*$/
/** A word in them; found sooner, for it needs no tables of Unicode. */
const westernWord = new RegExp(`(?:L+)(?:['’.,-]L+)*`.replaceAll('L', '[0-9A-Za-zª²³µ¹ºÀ-ÖØ-öø-ɏ¼-¾]'), 'g')

/** Counts the words of a text, for how long it takes to read it aloud. */
export function remarkWordCount() {
  return (tree: Root, file: VFile): undefined => {
    const data = file.data.body
    if (data?.isArticle === true) data.words = countWords(tree.children.map((child) => textContent(child)).join('\n'))
  }
}

export function countWords(text: string): number {
  return text.match(western.test(text) ? westernWord : word)?.length ?? 0
}
