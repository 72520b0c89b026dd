import type { Block } from '../markdown/blocks/block.ts'

/** A table of the blocks that writers can use, in Markdown. */
export function blockTable(blocks: readonly Block[]): string {
  return ['| Block | What it does | Attributes | Example |', '| --- | --- | --- | --- |', ...blocks.map(row)].join('\n')
}

function row({ marker, description, attributes, example }: Block): string {
  const attributeList = Object.entries(attributes.shape).map(
    ([name, schema]) =>
      `\`${name}\`: ${schema.description ?? ''}${schema.safeParse(undefined).success ? '' : ' (needed)'}`,
  )
  const exampleLines = example.split('\n').map((line) => `\`${line}\``)
  return `| \`${marker}\` | ${description} | ${attributeList.join('; ')} | ${exampleLines.join('<br>')} |`
}
