import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The path of the browser's program. */
    browser: string
  }
}

const paths = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Finds a browser, or installs one, or fails with what to do. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide('browser', (await find()) ?? (await install()))
}

async function find(): Promise<string | undefined> {
  const { chromium } = await import('playwright-core')
  return [...paths, chromium.executablePath()].find((path) => path !== undefined && path !== '' && existsSync(path))
}

async function install(): Promise<string> {
  const attempts: [string, string[]][] = [
    ['npx', ['playwright-core', 'install', '--with-deps', 'chromium']],
    ['npx', ['playwright-core', 'install', 'chromium']],
  ]
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    attempts.unshift(['sh', ['-c', 'apt-get update -qq && apt-get install -y -qq chromium']])
  }
  for (const [command, args] of attempts) {
    process.stdout.write(`No browser found; trying: ${command} ${args.join(' ')}\n`)
    try {
      execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 })
    } catch {
      continue
    }
    const path = await find()
    if (path !== undefined) return path
  }
  throw new Error(
    'The tests need Chromium, and it could not be installed here. Install Chromium or Chrome, or set CHROMIUM_PATH to its program, and run the tests again.',
  )
}
