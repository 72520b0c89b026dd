import { defaultSchema } from 'rehype-sanitize'
import { blocks } from './blocks/blocks.ts'

type Schema = typeof defaultSchema
type Attributes = NonNullable<Schema['attributes']>[string]

const tagNames = (defaultSchema.tagNames ?? []).filter((name) => !['picture', 'source', 'input', 'div'].includes(name))

/** The classes that an element may have, beside those of blocks. */
const classes: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  a: ['data-footnote-backref'],
  code: [/^language-[\w+-]+$/],
  div: ['table'],
  h2: ['sr-only'],
  li: ['task-list-item'],
  ol: ['contains-task-list'],
  p: ['note-on-names'],
  section: ['footnotes'],
  span: ['dateline'],
  sup: ['name-changed'],
  td: [/^align-(?:left|right|center)$/],
  th: [/^align-(?:left|right|center)$/],
  ul: ['contains-task-list'],
}

/** The other attributes that an element may have, beside those of blocks. */
const attributes: Readonly<Record<string, Attributes>> = {
  a: ['href', 'ariaLabel', 'ariaDescribedBy', 'dataFootnoteRef', 'dataFootnoteBackref', ['rel', 'noopener']],
  abbr: ['title'],
  blockquote: ['cite'],
  del: ['cite', 'dateTime'],
  details: ['open'],
  div: [
    ['tabIndex', 0],
    ['role', 'group'],
  ],
  img: ['src', 'alt', 'width', 'height'],
  input: [['type', 'checkbox'], ['disabled', true], 'checked'],
  ins: ['cite', 'dateTime'],
  ol: ['start', 'reversed'],
  pre: [['tabIndex', 0]],
  q: ['cite'],
  section: ['dataFootnotes'],
  td: ['colSpan', 'rowSpan'],
  th: ['colSpan', 'rowSpan', 'scope'],
  time: ['dateTime'],
  '*': ['id', 'lang', 'dir'],
}

/**
 * The HTML that may reach readers: text, lists, tables, images, links that cannot run, and what the steps before this
 * one and the blocks write.
 *
 * Ids are kept as they are: rehype-anchors has seen to it that they are the text's own, and no script on a page looks
 * things up by id.
 */
export const sanitizeSchema: Schema = {
  ...defaultSchema,
  tagNames: unique([
    ...tagNames,
    ...['div', 'figure', 'figcaption', 'input', 'cite', 'small', 'mark', 'abbr', 'u', 'time'],
    ...blocks.flatMap(({ html }) => Object.keys(html)),
  ]),
  clobber: [],
  clobberPrefix: '',
  strip: [
    'script',
    'style',
    'title',
    'template',
    'noscript',
    'iframe',
    'object',
    'embed',
    'svg',
    'math',
    'xmp',
    'noembed',
    'noframes',
    'plaintext',
    'textarea',
    'select',
  ],
  protocols: {
    href: ['http', 'https', 'mailto', 'tel'],
    cite: ['http', 'https'],
  },
  required: { input: { disabled: true, type: 'checkbox' } },
  attributes: allAttributes(),
}

export const allowedTags: ReadonlySet<string> = new Set(sanitizeSchema.tagNames)

/**
 * The attributes of each element, with its classes as one attribute: the sanitizer reads the first definition of a
 * name.
 */
function allAttributes(): NonNullable<Schema['attributes']> {
  const names = unique([attributes, classes, ...blocks.map(({ html }) => html)].flatMap(Object.keys))
  return Object.fromEntries(
    names.map((tagName): [string, Attributes] => {
      const ofBlocks = blocks.map(({ html }) => html[tagName])
      const allClasses = unique([...(classes[tagName] ?? []), ...ofBlocks.flatMap((html) => html?.classes ?? [])])
      return [
        tagName,
        [
          ...(attributes[tagName] ?? []),
          ...unique(ofBlocks.flatMap((html) => html?.attributes ?? [])),
          ...(allClasses.length === 0 ? [] : [['className', ...allClasses] as [string, ...(string | RegExp)[]]]),
        ],
      ]
    }),
  )
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}
