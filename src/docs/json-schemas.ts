import { parse } from 'yaml'
import * as z from 'zod'
import { articleSchema } from '../newsroom/article.ts'
import { keyExample } from '../newsroom/key-details.ts'
import { bareOutlet, outletSchema } from '../newsroom/outlet.ts'
import { pageSchema } from '../newsroom/page.ts'
import { repliesSchema } from '../newsroom/reply.ts'
import { partnerSchema, personSchema, termSchema } from '../newsroom/term.ts'

/** The part of JSON Schema that the docs use. */
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

/** An outlet without settings: the docs describe the keys that every newsroom has. */
const outlet = bareOutlet()

const fileKinds = {
  article: ['A story', articleSchema(outlet)],
  page: ['A page', pageSchema()],
  person: ['A person', personSchema()],
  partner: ['A partner', partnerSchema()],
  replies: ['Readers’ letters, in replies/', repliesSchema()],
  term: ['A tag, a country or another term', termSchema()],
  site: ['The outlet, in site.yml', outletSchema()],
} as const

/** Returns the JSON Schemas of all kinds of files, for editors. */
export function jsonSchemas(): [name: string, schema: JsonSchema][] {
  return Object.entries(fileKinds).map(([name, [title, schema]]) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'any',
      override: addExample,
    }) as JsonSchema
    return [name, { ...($schema === undefined ? {} : { $schema }), title, ...loosen(rest) }]
  })
}

/** Adds the example of a key to its JSON Schema: editors offer it when a writer types the key. */
function addExample({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: { examples?: unknown[] } }): void {
  const example = keyExample(zodSchema as z.ZodType)
  if (example !== undefined) jsonSchema.examples = [parse(example)]
}

/** Loosens a schema as the parser does: a single value counts as a list of one, and a list may be left out. */
function loosen(schema: JsonSchema): JsonSchema {
  const { properties, required, items, additionalProperties, ...rest } = schema
  const loosened: JsonSchema = { ...rest }
  if (items !== undefined) {
    const { type, description, ...list } = loosened
    const item = loosen(items)
    return {
      ...(description === undefined ? {} : { description }),
      anyOf: [{ type: 'array', items: item }, item],
      ...list,
    }
  }
  if (properties !== undefined) {
    loosened.properties = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, loosen(value)]))
    const requiredKeys = (required ?? []).filter((key) => properties[key]?.type !== 'array')
    if (requiredKeys.length > 0) loosened.required = requiredKeys
  }
  if (additionalProperties !== undefined) {
    loosened.additionalProperties =
      typeof additionalProperties === 'boolean' ? additionalProperties : loosen(additionalProperties)
  }
  return loosened
}
