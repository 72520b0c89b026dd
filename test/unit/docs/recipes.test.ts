import { execFile } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../../helpers/site-fixture.ts'

const recipes = readdirSync(join(root, 'docs/contributing')).filter((name) => name.startsWith('adding-'))

/** A step of a recipe: a file to create, code to add at the end of a file, or changes within one. */
interface Step {
  action: 'Create' | 'Add to' | 'In'
  path: string
  code: string
}

/** Finds the steps of a recipe; several blocks of code may follow one line like "In `src/checks/checks.ts`:". */
function findSteps(recipe: string): Step[] {
  const pattern = /\b(Create|Add to|In) `([^`]+)`:\n\n((?:```\w+\n[\s\S]*?\n```\n\n?)+)/g
  return [...recipe.matchAll(pattern)].flatMap(([, action, path = '', blocks = '']) =>
    [...blocks.matchAll(/```\w+\n([\s\S]*?\n)```/g)].map(([, code = '']) => ({
      action: action as Step['action'],
      path,
      code,
    })),
  )
}

/** Returns the lines of a diff without those that begin with a sign, and without the column of signs. */
const withoutSign = (diff: string, sign: '+' | '-') =>
  diff
    .split('\n')
    .filter((line) => !line.startsWith(sign))
    .map((line) => line.slice(1))
    .join('\n')

function apply(folder: string, { action, path, code }: Step): void {
  const file = join(folder, path)
  if (action === 'Create') {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, code)
  } else if (action === 'Add to') {
    appendFileSync(file, `\n${code}`)
  } else {
    const parts = readFileSync(file, 'utf8').split(withoutSign(code, '+'))
    expect(parts, `${path} has these lines once:\n${code}`).toHaveLength(2)
    writeFileSync(file, parts.join(withoutSign(code, '-')))
  }
}

let copy: string
beforeAll(() => {
  // Within the repository, so that packages are found.
  mkdirSync(join(root, 'test-artifacts'), { recursive: true })
  copy = mkdtempSync(join(root, 'test-artifacts/recipes-'))
  for (const path of ['src', 'layouts', 'test/helpers', '.eleventy.ts', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, path), join(copy, path), { recursive: true })
  }
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

it.each(recipes)('the code of %s fits that of the repository', (name) => {
  const steps = findSteps(readFileSync(join(root, 'docs/contributing', name), 'utf8'))
  expect(steps.length).toBeGreaterThan(1)
  for (const step of steps) apply(copy, step)
})

it('the code of all recipes compiles', async () => {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = await promisify(execFile)(process.execPath, [compiler, '--project', copy]).catch((error) => error)
  expect(stdout).toBe('')
})
