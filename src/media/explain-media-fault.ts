import { basename, extname } from 'node:path'
import { mediaKind, photoTooLarge } from '../problems/catalogue/media.ts'
import type { Finding } from '../problems/problem.ts'
import { pictureFormats, recordingSignatures } from './media-formats.ts'
import type { PictureFault } from './picture-variants.ts'

/** Explains that a file has the extension of another kind of file. */
export function explainExtension(source: string, extension: string, expected: string): Finding {
  return mediaKind(source, `its ending is \`${extension}\``, expected, 'Export it again in one of these formats.')
}

/**
 * Explains why a picture cannot be published.
 *
 * @param format the format that the name of the file promises
 */
export function explainPictureFault(fault: PictureFault, source: string, format: string): Finding {
  const exportAgain = `Export it again as ${format} with the program that it comes from.`
  switch (fault.reason) {
    case 'too-large':
      return photoTooLarge(source, fault.size)
    case 'broken':
      return mediaKind(
        source,
        'it is cut short or broken',
        'a whole picture',
        'Copy it again from where it comes from.',
      )
    case 'no-picture':
      return mediaKind(source, `its bytes are no ${format}`, 'a picture', exportAgain)
    case 'another-format': {
      const extension = Object.keys(pictureFormats).find((candidate) => pictureFormats[candidate] === fault.format)
      const fix = extension === undefined ? exportAgain : renameTo(source, extension)
      return mediaKind(source, `its bytes are ${fault.format}`, `${format}, as its name says`, fix)
    }
  }
}

/** Explains why a recording cannot be published: it is of another format, or of none. */
export function explainRecordingFault(bytes: Buffer, source: string, extension: string): Finding {
  const format = extension.slice(1)
  const actual = Object.keys(recordingSignatures).find(
    (candidate) => candidate !== extension && recordingSignatures[candidate]?.(bytes) === true,
  )
  if (actual !== undefined && recordingSignatures[extension]?.(bytes) !== true) {
    const fix = renameTo(source, actual)
    return mediaKind(source, `its bytes are ${actual.slice(1)}`, `${format}, as its name says`, fix)
  }
  const expected = format === 'ogg' ? 'a recording in Vorbis or Opus' : 'a recording'
  return mediaKind(source, `its bytes are no ${format}`, expected, 'Export it again as mp3, m4a or ogg.')
}

const renameTo = (source: string, extension: string) =>
  `Rename it to \`${basename(source, extname(source))}${extension}\`, and name it so here.`
