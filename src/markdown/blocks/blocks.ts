import { advocate } from './advocate.ts'
import { audio } from './audio.ts'
import type { Block } from './block.ts'
import { give } from './give.ts'
import { go } from './go.ts'
import { pray } from './pray.ts'

/** All blocks, in the order in which they are listed to writers. */
export const blocks: readonly Block[] = [pray, give, go, advocate, audio]

/** Finds a block of a kind by its name. */
export function findBlock(kind: Block['kind'], name: string): Block | undefined {
  return blocks.find((block) => block.kind === kind && block.name === name)
}

/** The names of all blocks, or of those of a kind. */
export function blockNames(kind?: Block['kind']): string[] {
  return blocks.filter((block) => kind === undefined || block.kind === kind).map(({ name }) => name)
}
