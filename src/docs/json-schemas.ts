import * as z from 'zod'
import { articleSchema } from '../newsroom/article.ts'
import { outletSchema, placeholderOutlet } from '../newsroom/outlet.ts'
import { pageSchema } from '../newsroom/page.ts'
import { repliesSchema } from '../newsroom/reply.ts'
import { partnerSchema, personSchema, termSchema } from '../newsroom/term.ts'

/** A key of a file as JSON Schema describes it, in so far as the docs use it. */
export interface JsonSchema {
  $schema?: string
  title?: string
  description?: string
  type?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  additionalProperties?: JsonSchema | boolean
  anyOf?: JsonSchema[]
  default?: unknown
}

/** An outlet with nothing of its own: the docs describe what every newsroom has. */
const outlet = placeholderOutlet()

const kinds = {
  article: ['A story', articleSchema(outlet)],
  page: ['A page', pageSchema()],
  person: ['A person', personSchema()],
  partner: ['A partner', partnerSchema()],
  replies: ['Readers’ letters, in replies/', repliesSchema()],
  term: ['A tag, a country or another term', termSchema()],
  site: ['The outlet, in site.yml', outletSchema()],
} as const

/** The schemas of every kind of file, as editors understand them. */
export function jsonSchemas(): [name: string, schema: JsonSchema][] {
  return Object.entries(kinds).map(([name, [title, schema]]) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
    return [name, { ...($schema === undefined ? {} : { $schema }), title, ...loosened(rest) }]
  })
}

/** One value alone is a list of one, and a list may be left out. */
function loosened(schema: JsonSchema): JsonSchema {
  const { properties, required, items, additionalProperties, ...rest } = schema
  const loose: JsonSchema = { ...rest }
  if (items !== undefined) {
    const { type, description, ...list } = loose
    const item = loosened(items)
    return {
      ...(description === undefined ? {} : { description }),
      anyOf: [{ type: 'array', items: item }, item],
      ...list,
    }
  }
  if (properties !== undefined) {
    loose.properties = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, loosened(value)]))
    const needed = (required ?? []).filter((key) => properties[key]?.type !== 'array')
    if (needed.length > 0) loose.required = needed
  }
  if (additionalProperties !== undefined) {
    loose.additionalProperties =
      typeof additionalProperties === 'boolean' ? additionalProperties : loosened(additionalProperties)
  }
  return loose
}
