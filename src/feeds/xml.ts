import { escapeHtml } from '../jsx/escape.ts'

/** An XML element that contains a text. */
export const xmlElement = (name: string, text: string) => `<${name}>${escapeHtml(removeInvalid(text))}</${name}>`

/** A CDATA section; a text that contains the end of one is split over two. */
export const cdata = (text: string) => `<![CDATA[${removeInvalid(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

/** Removes the characters that XML does not allow: most control characters, and halves of surrogate pairs. */
const removeInvalid = (text: string) =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
