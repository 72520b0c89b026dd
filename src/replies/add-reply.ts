import { type Document, isMap, isSeq, parseDocument, Scalar } from 'yaml'
import type { Reply } from '../newsroom/reply.ts'

/** A letter as it is added to a file of replies. */
export type WaitingReply = Pick<Reply, 'name' | 'date' | 'text'>

/**
 * Adds a letter that waits for approval to the text of a file of replies, whose other entries and comments stay as they are.
 *
 * @param text what the file holds, sound; empty for a new one
 */
export function addReply(text: string, { name, date, text: letter }: WaitingReply): string {
  const document: Document = parseDocument(text.trim() === '' ? 'replies: []\n' : text)
  const replies = document.get('replies', true)
  if (isMap(replies)) document.set('replies', document.createNode([replies]))
  const list = document.get('replies', true)
  const taken = isSeq(list) ? list.items.map((item) => (isMap(item) ? item.get('id') : undefined)) : []
  if (isSeq(list)) list.flow = false
  const node = document.createNode({ id: freeId(date, taken), name, date, status: 'waiting', text: letter })
  const body = node.get('text', true)
  if (body instanceof Scalar) body.type = Scalar.BLOCK_LITERAL
  document.addIn(['replies'], node)
  return document.toString({ lineWidth: 0 })
}

/** The day: a name that the desk takes out of a letter must not stay in its id. */
function freeId(date: string, taken: readonly unknown[]): string {
  let free = date
  for (let count = 2; taken.includes(free); count++) free = `${date}-${count}`
  return free
}
