import { defaultSchema } from 'rehype-sanitize'

type Schema = typeof defaultSchema

const tagNames = (defaultSchema.tagNames ?? []).filter((name) => !['picture', 'source', 'input', 'div'].includes(name))

/**
 * What may reach readers: text, lists, tables, images, links that cannot run, and what the transforms before it make.
 *
 * Ids are kept as they are: rehype-anchors has seen to it that they are the text's own, and no script on a page looks things up
 * by id.
 */
export const sanitizeSchema: Schema = {
  ...defaultSchema,
  tagNames: [
    ...tagNames,
    'div',
    'figure',
    'figcaption',
    'audio',
    'input',
    'cite',
    'small',
    'mark',
    'abbr',
    'u',
    'time',
  ],
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
  attributes: {
    a: [
      'href',
      'ariaLabel',
      'ariaDescribedBy',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'dataUntil',
      ['className', 'data-footnote-backref'],
      ['rel', 'noopener'],
    ],
    audio: ['src', 'title'],
    abbr: ['title'],
    blockquote: ['cite'],
    code: [['className', /^language-[\w+-]+$/]],
    del: ['cite', 'dateTime'],
    details: ['open'],
    div: [
      ['className', 'action', /^action-(?:pray|give|go|advocate)$/, 'table'],
      ['tabIndex', 0],
      ['role', 'group'],
    ],
    figure: [['className', 'audio']],
    h2: [['className', 'sr-only']],
    img: ['src', 'alt', 'width', 'height'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    ins: ['cite', 'dateTime'],
    li: [['className', 'task-list-item']],
    ol: ['start', 'reversed', ['className', 'contains-task-list']],
    p: [['className', 'note-on-names', 'action-kind', 'action-link', 'action-until'], 'dataUntil', 'dataAction'],
    pre: [['tabIndex', 0]],
    q: ['cite'],
    section: ['dataFootnotes', ['className', 'footnotes']],
    span: [['className', 'dateline']],
    sup: [['className', 'name-changed']],
    td: ['colSpan', 'rowSpan', ['className', /^align-(?:left|right|center)$/]],
    th: ['colSpan', 'rowSpan', 'scope', ['className', /^align-(?:left|right|center)$/]],
    time: ['dateTime'],
    ul: [['className', 'contains-task-list']],
    '*': ['id', 'lang', 'dir'],
  },
}

export const allowedTags: ReadonlySet<string> = new Set(sanitizeSchema.tagNames)
