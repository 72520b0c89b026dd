/** The picture formats that the site accepts, by file extension. */
export const pictureFormats: Readonly<Record<string, 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'>> = {
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.png': 'png',
  '.webp': 'webp',
  '.avif': 'avif',
  '.gif': 'gif',
}

/** Tests for the first bytes of the recording formats that the site accepts, by file extension. */
export const recordingSignatures: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  '.mp3': (bytes) =>
    bytes.toString('latin1', 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0),
  '.m4a': (bytes) => bytes.toString('latin1', 4, 8) === 'ftyp',
  '.ogg': (bytes) => bytes.toString('latin1', 0, 4) === 'OggS',
}
