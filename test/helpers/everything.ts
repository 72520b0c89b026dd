import { join } from 'node:path'
import { root } from './site-fixture.ts'

/** The folder of an outlet with a page of each kind, in four languages, and something in every publication state. */
export const everything = join(root, 'test/sites/everything')

/** The URL of its site. */
export const everythingUrl = 'https://meridian.example'
