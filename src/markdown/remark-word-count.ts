import type { Root } from 'mdast'
import { toString as textContent } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { countWords } from './count-words.ts'

/** Counts the words of an article, from which its reading time is estimated. Changes nothing in the tree. */
export function remarkWordCount() {
  return (tree: Root, file: VFile): undefined => {
    const data = file.data.body
    if (data?.isArticle === true) data.words = countWords(tree.children.map((child) => textContent(child)).join('\n'))
  }
}
