import type { JsonSchema } from './json-schemas.ts'

/** A table of the keys that a kind of file has, in Markdown. Keys within keys follow theirs, as `image.src`. */
export function keyTable(schema: JsonSchema): string {
  return ['| Key | What it says |', '| --- | --- |', ...rows(schema, '')].join('\n')
}

function rows(schema: JsonSchema, above: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const needed = schema.required?.includes(key) === true ? ' Needed.' : ''
    const inside = [value, ...(value.anyOf ?? [])]
      .flatMap((part) => [part, part.items, part.additionalProperties])
      .find((part): part is JsonSchema => typeof part === 'object' && part.properties !== undefined)
    const list = value.anyOf?.some(({ type }) => type === 'array') === true && inside !== undefined
    const byName = inside !== undefined && inside === value.additionalProperties
    const path = `${above}${key}${list ? '[]' : byName ? '.<key>' : ''}`
    return [
      `| \`${path}\` | ${value.description ?? ''}${needed} |`,
      ...(inside === undefined ? [] : rows(inside, `${path}.`)),
    ]
  })
}
