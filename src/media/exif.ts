/** Tags that name people: artist, copyright, computer, author (of Windows), owner and serial number of the camera. */
const peopleTags = new Set([0x013b, 0x8298, 0x013c, 0x9c9d, 0xa430, 0xa431])
/** Tags that hold the positions of further tables. */
const cameraTable = 0x8769
const gpsTable = 0x8825
/** The tag of the latitude, in the table of GPS. */
const latitudeTag = 2
/** The number of tables that are read, however they refer to each other. */
const maxTables = 3

/** Finds what the tables of EXIF data disclose; a damaged table discloses nothing. */
export function* findInExif(exif: Buffer): Generator<'person' | 'place'> {
  const bytes = exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif
  const isLittleEndian = bytes.toString('latin1', 0, 2) === 'II'
  const read16 = (position: number) => {
    if (position + 2 > bytes.length) return 0
    return isLittleEndian ? bytes.readUInt16LE(position) : bytes.readUInt16BE(position)
  }
  const read32 = (position: number) => {
    if (position + 4 > bytes.length) return 0
    return isLittleEndian ? bytes.readUInt32LE(position) : bytes.readUInt32BE(position)
  }
  const tables: { position: number; kind: number }[] = [{ position: read32(4), kind: 0 }]
  for (const { position, kind } of tables) {
    for (let index = 0; index < read16(position); index++) {
      const entry = position + 2 + index * 12
      const [tag, count] = [read16(entry), read32(entry + 4)]
      const value =
        count > 4 ? bytes.subarray(read32(entry + 8)).subarray(0, count) : bytes.subarray(entry + 8, entry + 8 + count)
      // A camera whose owner gave no name writes spaces.
      if (kind !== gpsTable && peopleTags.has(tag) && value.some((byte) => byte > 32)) yield 'person'
      if (kind === gpsTable && tag === latitudeTag) yield 'place'
      if (kind === 0 && (tag === cameraTable || tag === gpsTable) && tables.length < maxTables)
        tables.push({ position: read32(entry + 8), kind: tag })
    }
  }
}
