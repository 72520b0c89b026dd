import type { VFile } from 'vfile'
import type * as z from 'zod'
import { freeTextMarker } from '../newsroom/fields.ts'
import { fallbackValues, keyExample } from '../newsroom/key-details.ts'
import { commentInText, missingKey, unknownKey, unknownValue, wrongType } from '../problems/catalogue/front-matter.ts'
import { closestMatch } from '../problems/closest-match.ts'
import { type Finding, fileStart, raise } from '../problems/problem.ts'
import type { FrontMatter } from './front-matter.ts'

type Issue = z.core.$ZodIssue

/** The schema of a file's front matter, key by key. */
export type FrontMatterSchema = z.ZodObject<Record<string, z.ZodType>>

/**
 * Parses front matter by a schema.
 *
 * @returns the typed value; undefined after raising every problem at its key
 */
export function validate<S extends z.ZodType>(
  file: VFile,
  frontMatter: FrontMatter,
  schema: S,
): z.output<S> | undefined {
  const result = schema.safeParse(frontMatter.data, { reportInput: true })
  for (const { path, comment, value, place } of frontMatter.comments) {
    if (fieldsAt(schema, path).some(isFreeText)) raise(file, commentInText(comment, value), place)
  }
  if (result.success) return result.data
  for (const issue of result.error.issues) raiseIssue(file, frontMatter, schema, issue)
  return undefined
}

/**
 * Returns the values of the keys that are valid, and harmless values for those that a file needs, so that the rest of a file with
 * problems can be checked.
 */
export function salvage<Schema extends FrontMatterSchema>(
  schema: Schema,
  data: Readonly<Record<string, unknown>>,
): z.output<Schema> {
  const valid = Object.entries(schema.shape).filter(
    ([key, field]) => data[key] !== undefined && field.safeParse(data[key]).success,
  )
  return schema.parse({ ...fallbackValues(schema), ...Object.fromEntries(valid.map(([key]) => [key, data[key]])) })
}

function raiseIssue(file: VFile, frontMatter: FrontMatter, schema: z.ZodType, issue: Issue): void {
  const { path } = issue
  const typed = path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null ? (inside as Record<PropertyKey, unknown>)[key] : undefined,
    frontMatter.data,
  )
  // A single value can stand for a list of one: then the data has nothing at the path of the item.
  const value = typed ?? issue.input
  const at = (finding: Finding) => raise(file, finding, frontMatter.place(path))
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = keysAt(schema, path)
      for (const key of issue.keys) {
        raise(file, unknownKey(key, closestMatch(key, keys), keys), frontMatter.placeOfKey([...path, key]))
      }
      return
    }
    case 'invalid_type':
      if (value === undefined || (value === null && typeof path.at(-1) === 'string')) {
        const place =
          value === null
            ? frontMatter.placeOfKey(path)
            : path.length > 1
              ? frontMatter.place(path.slice(0, -1))
              : fileStart
        return raise(file, missingKey(path, exampleLine(schema, path)), place)
      }
      return at(findingForNumber(schema, path, value) ?? wrongType(value, kinds[issue.expected] ?? issue.expected))
    case 'invalid_value': {
      const values = issue.values.map(String)
      if (value === undefined) return raise(file, missingKey(path, ''), frontMatter.place(path))
      return at(
        unknownValue(value, values.join(', '), typeof value === 'string' ? closestMatch(value, values) : undefined),
      )
    }
    case 'too_small':
    case 'too_big': {
      if (issue.origin === 'string') return at(wrongType(value, 'text of at least one letter'))
      const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`
      return at(wrongType(value, `a whole number of ${bound}`))
    }
    case 'invalid_union': {
      if (value === undefined) return raise(file, missingKey(path, ''), fileStart)
      // The branch that failed at the deepest path is the one that the writer tried to follow.
      const deepest = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0]
      if (deepest !== undefined && deepest.path.length > 0) {
        return raiseIssue(file, frontMatter, schema, { ...deepest, path: [...path, ...deepest.path] })
      }
      const unknown = issue.errors.flat().find(({ code }) => code === 'unrecognized_keys')
      if (unknown !== undefined && typeof value === 'object') {
        return raiseIssue(file, frontMatter, schema, { ...unknown, path: [...path, ...unknown.path] })
      }
      return at(wrongType(value, 'text'))
    }
    case 'invalid_key': {
      const finding = (issue.issues[0] as { params?: { finding?: Finding } } | undefined)?.params?.finding
      return raise(file, finding ?? unknownKey(String(path.at(-1)), undefined, []), frontMatter.placeOfKey(path))
    }
    default: {
      const finding = (issue as { params?: { finding?: Finding } }).params?.finding
      return at(finding ?? wrongType(value, issue.message))
    }
  }
}

/** Returns a key with the example that its schema has, as a line; empty without an example. */
function exampleLine(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const example = fieldsAt(schema, path)
    .map((field) => keyExample(field))
    .find((example) => example !== undefined)
  return example === undefined ? '' : `${String(path.at(-1))}: ${example}`
}

/** Returns the finding for a number in place of a text that would be wrong in quotes as well, such as `20261130` for a day. */
function findingForNumber(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): Finding | undefined {
  if (typeof value !== 'number') return undefined
  const issues = fieldsAt(schema, path).flatMap((field) => field.safeParse(String(value)).error?.issues ?? [])
  return issues.map((issue) => (issue as { params?: { finding?: Finding } }).params?.finding).find(Boolean)
}

const kinds: Record<string, string> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
}

/** Returns the keys that a schema allows at a path, for suggestions. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  return fieldsAt(schema, path)
    .flatMap(unwrap)
    .flatMap(({ def }) => Object.keys(def.shape ?? {}))
}

/** Returns the schemas that can apply to the value at a path. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): Field[] {
  let fields = [schema as unknown as Field]
  for (const step of path) {
    fields = fields.flatMap(unwrap).flatMap(({ def }) => {
      if (def.type === 'array') return def.element ? [def.element] : []
      if (def.type === 'record') return def.valueType ? [def.valueType] : []
      const field = def.shape?.[String(step)]
      return field === undefined ? [] : [field]
    })
  }
  return fields
}

type Field = z.ZodType & { def: Definition }

interface Definition {
  type: string
  shape?: Record<string, Field>
  element?: Field
  valueType?: Field
  innerType?: Field
  in?: Field
  out?: Field
  options?: Field[]
}

/** True if the value of a schema is free text. */
function isFreeText(schema: Field): boolean {
  const { innerType, out, options = [] } = schema.def
  return (
    (schema as z.ZodType) === freeTextMarker || [innerType, out, ...options].some((inner) => inner && isFreeText(inner))
  )
}

/** Returns the schemas inside wrappers for defaults, transforms and choices. */
function unwrap(schema: Field): Field[] {
  const { def } = schema
  if (def.innerType !== undefined) return unwrap(def.innerType)
  if (def.type === 'pipe') return [def.in, def.out].flatMap((side) => (side === undefined ? [] : unwrap(side)))
  if (def.options !== undefined) return def.options.flatMap(unwrap)
  return [schema]
}
