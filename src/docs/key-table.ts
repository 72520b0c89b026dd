import type { JsonSchema } from './json-schemas.ts'

/** Writes a Markdown table of the keys of one kind of file. Nested keys follow their parent, as `image.src`. */
export function keyTable(schema: JsonSchema): string {
  return ['| Key | What it says |', '| --- | --- |', ...keyRows(schema, '')].join('\n')
}

function keyRows(schema: JsonSchema, prefix: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const required = schema.required?.includes(key) === true ? ' Needed.' : ''
    const nested = [value, ...(value.anyOf ?? [])]
      .flatMap((part) => [part, part.items, part.additionalProperties])
      .find((part): part is JsonSchema => typeof part === 'object' && part.properties !== undefined)
    const isList = value.anyOf?.some(({ type }) => type === 'array') === true && nested !== undefined
    const isRecord = nested !== undefined && nested === value.additionalProperties
    const path = `${prefix}${key}${isList ? '[]' : isRecord ? '.<key>' : ''}`
    return [
      `| \`${path}\` | ${value.description ?? ''}${required} |`,
      ...(nested === undefined ? [] : keyRows(nested, `${path}.`)),
    ]
  })
}
