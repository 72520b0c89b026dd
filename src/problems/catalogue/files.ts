import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'

export const emptyContent = defineProblem({
  name: 'empty-content',
  severity: 'error',
  why: 'A build of nothing would replace the last good site with an empty one.',
  message: (folder: string) =>
    `Unexpected content folder ${quote(folder)} without ${quote('site.yml')}, expected an outlet`,
  fix: 'Name the folder that holds site.yml with `--content`, or write site.yml as docs/guide/writing.md shows.',
})

export const noArticles = defineProblem({
  name: 'no-articles',
  severity: 'error',
  why: 'A newsroom without a single article is more often a wrong folder than a new outlet.',
  message: () => 'Unexpected empty folder `articles/`, expected at least one article',
  fix: 'Write the first one with `lampstand new "Title"`.',
})

export const fileOutOfPlace = defineProblem({
  name: 'file-out-of-place',
  severity: 'warning',
  why: 'A story saved in the wrong folder would silently never be published.',
  message: (path: string) => `Unexpected Markdown file ${quote(path)}, expected it inside a folder of content`,
  fix: (_path: string, folders: string) => `Move it into one of ${folders}.`,
})

export const fileNotRead = defineProblem({
  name: 'file-not-read',
  severity: 'warning',
  why: 'A story saved in another form than Markdown would silently never be published.',
  message: (path: string, folder: string) =>
    `Unexpected file ${quote(path)}, which nothing reads, expected ${folder === 'replies' ? 'YAML' : 'Markdown'}`,
  fix: (path: string, folder: string) => {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.(?:md|ya?ml))?\.[^.]+$/i, '')
    return folder === 'replies'
      ? `Save its letters as ${quote(`${name}.yml`)}.`
      : `Save its text as ${quote(`${name}.md`)}.${folder === 'articles' ? ' What belongs to a story can stand in its folder, beside index.md.' : ''}`
  },
})

export const notUtf8 = defineProblem({
  name: 'not-utf-8',
  severity: 'error',
  why: 'Text in another encoding would reach readers with broken letters.',
  message: (byte: string) => `Unexpected byte ${byte}, expected text in UTF-8`,
  fix: (byte: string) =>
    `${byte === '0x00' ? 'Take the byte away, or, where there are many, save' : 'Save'} the file again with the encoding UTF-8; most editors offer it beside “Save as”.`,
})

export const fileUnreadable = defineProblem({
  name: 'file-unreadable',
  severity: 'error',
  why: 'A story that cannot be read would be missing from the site.',
  message: () => 'Unexpected file that cannot be read, expected one that this user may read',
  fix: 'Give the right to read it to the user that runs Lampstand, or copy the file and take the old one away.',
})

export const fileTooLarge = defineProblem({
  name: 'file-too-large',
  severity: 'error',
  why: 'No story is that long: it is a picture or a data file under a wrong name, and would stall the build.',
  message: (size: string) => `Unexpected file of ${size}, expected at most 2 MB of text`,
  fix: 'Keep pictures and recordings beside the text as files of their own, or split the text.',
})

export const badFileName = defineProblem({
  name: 'bad-file-name',
  severity: 'error',
  why: 'The name of a file becomes its address, which people type, share and print.',
  message: (name: string) => `Unexpected file name ${quote(name)}, expected lower-case letters, digits and hyphens`,
  fix: (_name: string, suggestion: string) =>
    suggestion === '' ? 'Name it after the headline.' : `Rename it to \`${suggestion}\`.`,
})
