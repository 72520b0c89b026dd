import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'

export const correctionOutOfOrder = defineProblem({
  name: 'correction-out-of-order',
  severity: 'error',
  why: 'Corrections are a record that is only added to; one that stands above an older one was put in between.',
  message: (date: string, dateAbove: string) =>
    `Unexpected correction of ${quote(date)} below one of ${quote(dateAbove)}, expected the oldest first`,
  fix: 'Add new corrections at the end of the list.',
})

export const correctionFromTheFuture = defineProblem({
  name: 'correction-from-the-future',
  severity: 'error',
  why: 'A correction says what was done; its day has come.',
  message: (date: string, today: string) =>
    `Unexpected correction of ${quote(date)}, expected a day up to today, ${quote(today)}`,
  fix: 'Write the day on which the correction is made.',
})

export const correctionBeforeStory = defineProblem({
  name: 'correction-before-story',
  severity: 'error',
  why: 'What was not published yet could not be corrected.',
  message: (date: string, storyDate: string) =>
    `Unexpected correction of ${quote(date)} of a story of ${quote(storyDate)}, expected that day or later`,
  fix: 'Mend the date of the correction, or of the story.',
})

export const correctionAltered = defineProblem({
  name: 'correction-altered',
  severity: 'warning',
  why: 'A correction is a promise to readers; one that changes quietly is worth nothing. `lampstand check` compares with git.',
  message: (date: string, text: string) =>
    `Unexpected change to the published correction of ${quote(date)}, ${quote(text)}, expected it to stay as it was`,
  fix: 'Put it back, and add another one below it.',
})
