import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayInZone, isDay, isZoneless, parseInstant, parseMoment, startOfDay } from '../../../src/newsroom/moment.ts'

const zones = Intl.supportedValuesOf('timeZone')
const zone = fc.constantFrom(...zones)
/** Between the first railway times and a century from now. */
const instant = fc.integer({ min: Date.parse('1900-01-01'), max: Date.parse('2126-01-01') })

describe('a moment', () => {
  it('is a day of the newsroom, from its midnight', () => {
    expect(parseMoment('2026-11-30', 'America/Chicago')).toEqual({
      day: '2026-11-30',
      instant: Date.parse('2026-11-30T06:00:00Z'),
      exact: false,
    })
  })

  it('is an instant with a zone, which may fall on another day at home', () => {
    expect(parseMoment('2026-11-30T23:30Z', 'Asia/Kathmandu')).toEqual({
      day: '2026-12-01',
      instant: Date.parse('2026-11-30T23:30:00Z'),
      exact: true,
    })
  })

  it('takes zones with and without a colon, in either case, to the minute or the second', () => {
    const noon = Date.parse('2026-11-30T12:00:00Z')
    for (const text of [
      '2026-11-30T12:00Z',
      '2026-11-30t12:00z',
      '2026-11-30 12:00:00.000Z',
      '2026-11-30T17:45+05:45',
      '2026-11-30T06:00-0600',
      ' 2026-11-30T12:00:00+00:00 ',
    ]) {
      expect(parseInstant(text), text).toBe(noon)
    }
  })

  it('is not a time that nobody can place', () => {
    for (const text of [
      '2026-02-30',
      '2026-13-01',
      '0026-01-01',
      'November 30, 2026',
      '30.11.2026',
      '2026-11-30T25:00Z',
      '2026-11-30T12:60Z',
      '2026-11-30T12:00',
      '2026-11-30T12:00+15:00',
      '2026-11-30T12:00 CST',
      '',
    ]) {
      expect(parseMoment(text, 'UTC'), text).toBeUndefined()
    }
    expect(isZoneless('2026-11-30T12:00')).toBe(true)
    expect(isZoneless('2026-11-30')).toBe(false)
  })

  it('begins a day at one where clocks skip midnight', () => {
    // In Santiago the clocks of 8 September 2024 went from 23:59 to 01:00.
    expect(startOfDay('2024-09-08', 'America/Santiago')).toBe(Date.parse('2024-09-08T04:00:00Z'))
  })

  it('begins a day at its first midnight where clocks go back over midnight', () => {
    // In Tunis the clocks of 30 September 1990 show 00:30 twice.
    expect(startOfDay('1990-09-30', 'Africa/Tunis')).toBe(Date.parse('1990-09-29T22:00:00Z'))
    expect(dayInZone(Date.parse('1990-09-29T22:30:00Z'), 'Africa/Tunis')).toBe('1990-09-30')
  })

  it('lies on the day whose beginning is the last before it, in every zone', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const day = dayInZone(at, timeZone)
        expect(isDay(day)).toBe(true)
        const start = startOfDay(day, timeZone)
        expect(start).toBeLessThanOrEqual(at)
        expect(dayInZone(start, timeZone)).toBe(day)
        expect(dayInZone(start - 1, timeZone) < day).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('is read back as it was written, in every zone', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const exact = Math.floor(at / 1000) * 1000
        expect(parseMoment(new Date(exact).toISOString(), timeZone)).toEqual({
          day: dayInZone(exact, timeZone),
          instant: exact,
          exact: true,
        })
      }),
    )
  })

  it('never throws, whatever is written', () => {
    fc.assert(fc.property(fc.string(), zone, (text, timeZone) => void parseMoment(text, timeZone)))
  })
})
