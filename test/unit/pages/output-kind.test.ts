import { describe, expect, it } from 'vitest'
import { evaluateOutput, isHtmlPage } from '../../../src/pages/output.ts'
import { defineOutputKind, lazyProps } from '../../../src/pages/output-kind.ts'
import type { PageContext } from '../../../src/pages/page-context.ts'

const context = {} as PageContext

describe('a kind of output', () => {
  it('renders its files by itself, and none of them is an HTML page', () => {
    const kind = defineOutputKind({
      name: 'list',
      files: () => [{ url: '/list.txt', props: { words: ['a', 'b'] } }],
      render: ({ words }: { words: string[] }) => words.join(' '),
    })
    const [output] = kind.outputs(context, [])
    expect(output).toMatchObject({ url: '/list.txt', layout: 'list', props: { words: ['a', 'b'] } })
    expect(output !== undefined && isHtmlPage(output)).toBe(false)
    expect(output?.render(output.props as never, () => '' as never)).toBe('a b')
  })

  it('finds inputs and makes props only when they are needed, and both once for rendering', () => {
    const calls: string[] = []
    const kind = defineOutputKind({
      name: 'sum',
      files: () => [
        {
          url: '/sum.txt',
          props: lazyProps(
            () => {
              calls.push('inputs')
              return { numbers: [1, 2] }
            },
            ({ numbers }) => {
              calls.push('props')
              return { sum: numbers.reduce((a, b) => a + b, 0) }
            },
          ),
        },
      ],
      render: ({ sum }: { sum: number }) => String(sum),
    })
    const [output] = kind.outputs(context, [])
    expect(calls).toEqual([])
    if (output === undefined) throw new Error('there is no output')
    const { inputs, props } = evaluateOutput(output)
    expect(calls).toEqual(['inputs', 'props'])
    expect(inputs).toEqual({ numbers: [1, 2] })
    expect(props).toEqual({ sum: 3 })
  })
})
