import { type Document, isMap, isSeq, parseDocument, Scalar } from 'yaml'
import type { Reply } from '../newsroom/reply.ts'

/** A reply to add to a file of replies. */
export type WaitingReply = Pick<Reply, 'name' | 'date' | 'text'>

/**
 * Adds a reply that waits for approval to a file of replies. The other entries and comments of the file do not change.
 *
 * @param fileText the valid YAML of the file; empty for a new one
 * @returns the new YAML of the file
 */
export function addReply(fileText: string, { name, date, text }: WaitingReply): string {
  const document: Document = parseDocument(fileText.trim() === '' ? 'replies: []\n' : fileText)
  const replies = document.get('replies', true)
  if (isMap(replies)) document.set('replies', document.createNode([replies]))
  const list = document.get('replies', true)
  const usedIds = isSeq(list) ? list.items.map((item) => (isMap(item) ? item.get('id') : undefined)) : []
  if (isSeq(list)) list.flow = false
  const node = document.createNode({ id: createId(date, usedIds), name, date, status: 'waiting', text })
  const body = node.get('text', true)
  if (body instanceof Scalar) body.type = Scalar.BLOCK_LITERAL
  document.addIn(['replies'], node)
  return document.toString({ lineWidth: 0 })
}

/** Makes an id of the day, and not of the name: a name that the desk removes from a reply must not stay in its id. */
function createId(date: string, usedIds: readonly unknown[]): string {
  let id = date
  for (let count = 2; usedIds.includes(id); count++) id = `${date}-${count}`
  return id
}
