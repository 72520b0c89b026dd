/**
 * Every mistake that the press knows. One entry a mistake: its name is the name of a folder in test/broken-sites/ and a
 * heading in docs/guide/problems.md, which is generated from here.
 */
import { didYouMean } from './closest-match.ts'
import { define } from './problem.ts'

const code = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  const line = text
    .replace(/\s+/g, ' ')
    .replaceAll('`', "'")
    .replace(/[\u0000-\u001f\u007f-\u009f]+/g, '�')
  return `\`${line.length > 80 ? `${line.slice(0, 79)}…` : line}\``
}

/** What a value may mean that is none: one of some words, or several at once, which belong in a list. */
export interface Meant {
  oneOf?: readonly string[]
  list?: readonly string[]
}

const mend = ({ oneOf = [], list }: Meant, otherwise: string): string =>
  list === undefined ? `${didYouMean(...oneOf)}${otherwise}` : `Write ${code(`[${list.join(', ')}]`)}.`

/** The same of an id, which a new file may be for. */
const mendId = (meant: Meant, id: string, kind: string, folder: string): string =>
  mend(meant, meant.oneOf?.includes(id) ? '' : `A new ${kind} needs a file ${folder}/${id}.md.`).trimEnd()

// Files

export const emptyContent = define({
  name: 'empty-content',
  severity: 'error',
  why: 'A build of nothing would replace the last good site with an empty one.',
  message: (folder: string) =>
    `Unexpected content folder ${code(folder)} without ${code('site.yml')}, expected an outlet`,
  hint: 'Name the folder that holds site.yml with `--content`, or write site.yml as docs/guide/writing.md shows.',
})

export const noArticles = define({
  name: 'no-articles',
  severity: 'error',
  why: 'A newsroom without a single article is more often a wrong folder than a new outlet.',
  message: () => 'Unexpected empty folder `articles/`, expected at least one article',
  hint: 'Write the first one with `lampstand new "Title"`.',
})

export const fileOutOfPlace = define({
  name: 'file-out-of-place',
  severity: 'warning',
  why: 'A story saved in the wrong folder would silently never be published.',
  message: (path: string) => `Unexpected Markdown file ${code(path)}, expected it inside a folder of content`,
  hint: (_path: string, folders: string) => `Move it into one of ${folders}.`,
})

export const fileNotRead = define({
  name: 'file-not-read',
  severity: 'warning',
  why: 'A story saved in another form than Markdown would silently never be published.',
  message: (path: string, folder: string) =>
    `Unexpected file ${code(path)}, which nothing reads, expected ${folder === 'replies' ? 'YAML' : 'Markdown'}`,
  hint: (path: string, folder: string) => {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.(?:md|ya?ml))?\.[^.]+$/i, '')
    return folder === 'replies'
      ? `Save its letters as ${code(`${name}.yml`)}.`
      : `Save its text as ${code(`${name}.md`)}.${folder === 'articles' ? ' What belongs to a story can stand in its folder, beside index.md.' : ''}`
  },
})

export const notUtf8 = define({
  name: 'not-utf-8',
  severity: 'error',
  why: 'Text in another encoding would reach readers with broken letters.',
  message: (byte: string) => `Unexpected byte ${byte}, expected text in UTF-8`,
  hint: (byte: string) =>
    `${byte === '0x00' ? 'Take the byte away, or, where there are many, save' : 'Save'} the file again with the encoding UTF-8; most editors offer it beside “Save as”.`,
})

export const fileUnreadable = define({
  name: 'file-unreadable',
  severity: 'error',
  why: 'A story that cannot be read would be missing from the site.',
  message: () => 'Unexpected file that cannot be read, expected one that this user may read',
  hint: 'Give the right to read it to the user that runs Lampstand, or copy the file and take the old one away.',
})

export const fileTooLarge = define({
  name: 'file-too-large',
  severity: 'error',
  why: 'No story is that long: it is a picture or a data file under a wrong name, and would stall the build.',
  message: (size: string) => `Unexpected file of ${size}, expected at most 2 MB of text`,
  hint: 'Keep pictures and recordings beside the text as files of their own, or split the text.',
})

export const compilingFailed = define({
  name: 'compiling-failed',
  severity: 'error',
  why: 'A text that makes the compiler run out of memory or end must not take the site with it unnamed.',
  message: (reason: string) => `Compiling this file failed: ${reason}`,
  hint: 'Take the last change of it back, and tell us: this is a mistake of ours.',
})

export const nestedTooDeep = define({
  name: 'nested-too-deep',
  severity: 'error',
  why: 'Markdown nested by the hundred is damaged or hostile, and would stall the build.',
  message: (depth: string) => `Unexpected Markdown nested ${depth} levels deep, expected at most 100`,
  hint: 'Take quote marks, brackets or indentation away until the text is what you meant.',
})

export const noText = define({
  name: 'no-text',
  severity: 'warning',
  why: 'A page with a headline and nothing below it is most often one that was saved too early.',
  message: () => 'Unexpected end of file, expected a text below the front matter',
  hint: 'Write the text below the second `---`, or write `status: draft` until it is there.',
})

export const badFileName = define({
  name: 'bad-file-name',
  severity: 'error',
  why: 'The name of a file becomes its address, which people type, share and print.',
  message: (name: string) => `Unexpected file name ${code(name)}, expected lower-case letters, digits and hyphens`,
  hint: (_name: string, better: string) =>
    better === '' ? 'Name it after the headline.' : `Rename it to \`${better}\`.`,
})

// Front matter

export const invalidYaml = define({
  name: 'invalid-yaml',
  severity: 'error',
  why: 'Front matter that cannot be read cannot be trusted to say who may be named.',
  message: (reason: string) => `Unexpected YAML: ${reason}`,
  hint: (_reason: string, mending: string | undefined) =>
    mending ??
    'Put text that holds `: `, `#`, quotes or a leading `*`, `&`, `@`, `%` in double quotes, and indent with spaces.',
})

export const frontMatterLanguage = define({
  name: 'front-matter-language',
  severity: 'error',
  why: 'Front matter in a programming language would run on the machine that builds the site.',
  message: (language: string) => `Unexpected front matter in ${code(language)}, expected YAML`,
  hint: 'Begin the file with a line of just `---` and write the keys in YAML.',
})

export const frontMatterBeginning = define({
  name: 'front-matter-beginning',
  severity: 'error',
  why: 'Keys are read where the first line of the file is `---`, and nowhere else.',
  message: (line: string) =>
    `Unexpected ${line === '' ? 'empty line' : code(line)} at the beginning of the file, expected front matter`,
  hint: (_line: string, closing: string | undefined) =>
    `Begin the file with a line of just \`---\`${
      closing === undefined
        ? ''
        : `, and put another one in the place of ${code(closing)}, between the keys and the text`
    }.`,
})

export const frontMatterUnclosed = define({
  name: 'front-matter-unclosed',
  severity: 'error',
  why: 'Without its closing line, the whole story would be read as front matter.',
  message: () => 'Unexpected end of file in front matter, expected a closing line `---`',
  hint: 'Put a line of just `---` between the keys and the text.',
})

export const missingKey = define({
  name: 'missing-key',
  severity: 'error',
  why: 'A page needs this to be shown at all.',
  message: (path: readonly PropertyKey[]) => {
    const [key = '', ...above] = path
      .filter((part) => typeof part !== 'number')
      .map(String)
      .reverse()
    return `Missing key ${code(key)}${above.length === 0 ? '' : ` in ${code(above.reverse().join('.'))}`}`
  },
  hint: (path: readonly PropertyKey[], example: string) =>
    example === '' ? `Add \`${String(path.at(-1))}: …\`.` : `Add it, like \`${example}\`.`,
})

export const wrongType = define({
  name: 'wrong-type',
  severity: 'error',
  why: 'A value of another kind would be shown wrongly or not at all.',
  message: (value: unknown, expected: string) => `Unexpected ${code(value)}, expected ${expected}`,
  hint: (value: unknown, expected: string) =>
    expected.startsWith('text') && (typeof value === 'number' || typeof value === 'boolean')
      ? `Put it in quotes: "${value}".`
      : `Write ${expected} here, or take ${value === null ? 'it' : 'the key'} away.`,
})

/** How many keys a hint can list and still be read. */
const fewKeys = 8

export const commentInText = define({
  name: 'comment-in-text',
  severity: 'warning',
  why: 'A `#` behind a space begins a comment, so that the rest of a headline would be lost.',
  message: (comment: string) => `Unexpected comment ${code(comment)} in a text without quotes, expected text alone`,
  hint: (_comment: string, value: string) =>
    `Put the whole text in double quotes, like ${code(JSON.stringify(value))}, or the comment on a line of its own.`,
})

export const unknownKey = define({
  name: 'unknown-key',
  severity: 'error',
  why: 'A misspelled key would be passed over in silence, an embargo among them.',
  message: (key: string) => `Unexpected key ${code(key)}`,
  hint: (_key: string, suggestion: string | undefined, known: readonly string[]) =>
    suggestion !== undefined
      ? didYouMean(suggestion).trimEnd()
      : known.length > 0 && known.length <= fewKeys
        ? `Known keys: ${known.join(', ')}.`
        : 'Take it away, or look for the one you mean in docs/guide/writing.md, which lists all keys.',
})

export const unknownValue = define({
  name: 'unknown-value',
  severity: 'error',
  why: 'The press knows only these words here.',
  message: (value: unknown, known: string) => `Unexpected ${code(value)}, expected one of ${known}`,
  hint: (_value: unknown, known: string, suggestion: string | undefined) =>
    suggestion === undefined ? `Write one of ${known}.` : `Did you mean \`${suggestion}\`?`,
})

export const dateWithoutSense = define({
  name: 'date-without-sense',
  severity: 'error',
  why: 'Stories are ordered, filed and embargoed by their dates.',
  message: (value: string) => `Unexpected date ${code(value)}, expected a day or a time with a zone`,
  hint: (_value: string, meant: string | undefined) =>
    meant === undefined
      ? 'Write a day that exists, like 2026-11-30, or a time with a zone, like 2026-11-30T09:00-06:00.'
      : `Write ${code(meant)}.`,
})

export const dateWithoutZone = define({
  name: 'date-without-zone',
  severity: 'error',
  why: 'A time of day means another moment in every time zone.',
  message: (value: string) => `Unexpected time ${code(value)} without a zone, expected a day or a time with a zone`,
  hint: (value: string) => `Write the day alone, or add the zone: ${value.replace(' ', 'T')}+00:00 is UTC.`,
})

export const embargoWithoutZone = define({
  name: 'embargo-without-zone',
  severity: 'error',
  why: 'An embargo needs a time zone: nine o’clock differs between Bamako and Manila.',
  message: (value: string) => `Unexpected embargo ${code(value)}, expected a time with a zone`,
  hint: 'Write it like 2026-11-30T09:00+00:00.',
})

export const updatedBeforeDate = define({
  name: 'updated-before-date',
  severity: 'error',
  why: 'Readers and feeds sort by these two.',
  message: (updated: string, date: string) =>
    `Unexpected update ${code(updated)} before the story’s date ${code(date)}`,
  hint: 'Correct one of the two, or take `updated` away.',
})

export const correctionOutOfOrder = define({
  name: 'correction-out-of-order',
  severity: 'error',
  why: 'Corrections are a record that is only added to; one that stands above an older one was put in between.',
  message: (date: string, above: string) =>
    `Unexpected correction of ${code(date)} below one of ${code(above)}, expected the oldest first`,
  hint: 'Add new corrections at the end of the list.',
})

export const correctionFromTheFuture = define({
  name: 'correction-from-the-future',
  severity: 'error',
  why: 'A correction says what was done; its day has come.',
  message: (date: string, today: string) =>
    `Unexpected correction of ${code(date)}, expected a day up to today, ${code(today)}`,
  hint: 'Write the day on which the correction is made.',
})

export const correctionBeforeStory = define({
  name: 'correction-before-story',
  severity: 'error',
  why: 'What was not published yet could not be corrected.',
  message: (date: string, published: string) =>
    `Unexpected correction of ${code(date)} of a story of ${code(published)}, expected that day or later`,
  hint: 'Mend the date of the correction, or of the story.',
})

export const correctionAltered = define({
  name: 'correction-altered',
  severity: 'warning',
  why: 'A correction is a promise to readers; one that changes quietly is worth nothing. `lampstand check` compares with git.',
  message: (date: string, text: string) =>
    `Unexpected change to the published correction of ${code(date)}, ${code(text)}, expected it to stay as it was`,
  hint: 'Put it back, and add another one below it.',
})

export const actionOverAtPublication = define({
  name: 'action-over-at-publication',
  severity: 'warning',
  why: 'A request whose last day was past when its story appeared was never asked of anybody; most often the year is mistyped.',
  message: (until: string, date: string) =>
    `Unexpected last day ${code(until)} of an action before its story of ${code(date)}, expected it on that day or later`,
  hint: 'Mend `until`, or leave it out.',
})

export const unknownArticle = define({
  name: 'unknown-article',
  severity: 'error',
  why: 'A story that names another one by a wrong slug would silently stand alone.',
  message: (key: string, slug: string) => `Unexpected ${code(slug)} in ${code(key)}, expected the slug of a story`,
  hint: (_key: string, _slug: string, suggestion: string | undefined) =>
    `${didYouMean(suggestion)}A slug is the name of the story’s file, without \`.md\`.`,
})

export const storyOfItself = define({
  name: 'story-of-itself',
  severity: 'error',
  why: 'A story cannot be the answer to itself, nor its own translation.',
  message: (key: string) => `Unexpected slug of the story itself in ${code(key)}, expected another story`,
  hint: 'Name the other story, or take the line away.',
})

export const translationOfTranslation = define({
  name: 'translation-of-translation',
  severity: 'error',
  why: 'Every translation names the original, so that all versions of a story find each other.',
  message: (slug: string) =>
    `Unexpected ${code(slug)}, itself a translation, in ${code('translationOf')}, expected the original`,
  hint: (_slug: string, original: string) => `Write ${code(original)}.`,
})

export const translationInSameLanguage = define({
  name: 'translation-in-same-language',
  severity: 'error',
  why: 'A translation that does not say its language would be read aloud and searched in the wrong one.',
  message: (language: string) =>
    `Unexpected translation into ${code(language)}, the language of the original, expected another language`,
  hint: 'Write the language of the translation, like `language: es`.',
})

export const languageWithoutInterface = define({
  name: 'language-without-interface',
  severity: 'warning',
  why: 'What stands around the stories would be in English.',
  message: (language: string, known: string) =>
    `Unexpected language ${code(language)} of the site, expected one that the interface speaks: ${known}`,
  hint: 'Add a file for it to src/i18n/, beside those of the others.',
})

export const answerWithoutRequest = define({
  name: 'answer-without-request',
  severity: 'warning',
  why: 'A story that asked for no prayer has no request that could be marked as answered.',
  message: (slug: string) => `Unexpected ${code(slug)} in ${code('answers')}, expected a story that asks for prayer`,
  hint: 'Name the story with the request, or take the line away.',
})

export const unknownCountry = define({
  name: 'unknown-country',
  severity: 'error',
  why: 'Countries make addresses and feeds; a misspelled one would open a page of its own.',
  message: (value: string) => `Unexpected country ${code(value)}, expected an ISO code or an English name`,
  hint: (_value: string, meant: Meant) => mend(meant, 'Write it like ML or Mali.'),
})

export const unknownLanguage = define({
  name: 'unknown-language',
  severity: 'error',
  why: 'Screen readers, quotation marks and dates follow the language.',
  message: (value: string) => `Unexpected language ${code(value)}, expected a language tag`,
  hint: (_value: string, suggestion: string | undefined) =>
    suggestion === undefined ? 'Write it like en, fr or pt-BR.' : didYouMean(suggestion).trimEnd(),
})

export const unknownTimeZone = define({
  name: 'unknown-time-zone',
  severity: 'error',
  why: 'Days begin and end by the outlet’s time zone.',
  message: (value: string) => `Unexpected time zone ${code(value)}, expected an IANA name`,
  hint: 'Write it like America/Chicago or Africa/Bamako.',
})

export const badAddress = define({
  name: 'bad-address',
  severity: 'error',
  why: 'An address may not leave the site, hide in it, or take a place that the press or the host needs.',
  message: (value: string, fault: string) => `Unexpected address ${code(value)}: ${fault}`,
  hint: 'Write it like /2014/05/old-story/.',
})

export const badLink = define({
  name: 'bad-link',
  severity: 'error',
  why: 'A link that is no web address leads nowhere, or runs a script.',
  message: (value: string) =>
    value === '' ? 'Unexpected link without an address' : `Unexpected link ${code(value)}, expected a web address`,
  hint: (value: string) => {
    if (value === '') return 'Write where it leads between the brackets, like (https://example.org/page).'
    return /^(?:[a-z]|file):/i.test(value)
      ? 'That is a file of your computer, which readers cannot open. Name a content file by its path from this one, or a page by its address, like https://example.org/page.'
      : 'Write it whole, like https://example.org/page.'
  },
})

export const badEmail = define({
  name: 'bad-email',
  severity: 'error',
  why: 'Readers write to it.',
  message: (value: string) => `Unexpected e-mail address ${code(value)}`,
  hint: 'Write it like desk@example.org.',
})

export const badId = define({
  name: 'bad-id',
  severity: 'error',
  why: 'An id is the name of a file, without its ending.',
  message: (value: string) => `Unexpected id ${code(value)}, expected lower-case letters, digits and hyphens`,
  hint: (_value: string, better: string) =>
    better === '' ? 'Write the file’s name without `.md`.' : `Write \`${better}\`.`,
})

export const takenKey = define({
  name: 'taken-key',
  severity: 'error',
  why: 'A key that stories have already would lose its meaning: drafts and stories under embargo would be published.',
  message: (value: string) => `Unexpected key ${code(value)}, which means something else already`,
  hint: 'Choose another, like `series` or `programs`; its terms and its folder are called by it.',
})

export const noAddressInName = define({
  name: 'no-address-in-name',
  severity: 'error',
  why: 'A term’s address is made of the letters and digits of its name.',
  message: (value: string) => `Unexpected name ${code(value)}, which no address can be made of`,
  hint: 'Write a word or a short phrase with a letter or a digit.',
})

// People, partners, terms

export const unknownPerson = define({
  name: 'unknown-person',
  severity: 'error',
  why: 'A byline must name the person that the newsroom knows, and nobody else.',
  message: (word: string) => `Unexpected author ${code(word)}, expected a person with a file in people/`,
  hint: (_word: string, meant: Meant, id: string) => mendId(meant, id, 'author', 'people'),
})

export const unknownPartner = define({
  name: 'unknown-partner',
  severity: 'error',
  why: 'A misspelled partner would open a page of its own.',
  message: (word: string) => `Unexpected partner ${code(word)}, expected a partner with a file in partners/`,
  hint: (_word: string, meant: Meant, id: string) => mendId(meant, id, 'partner', 'partners'),
})

export const unknownTerm = define({
  name: 'unknown-term',
  severity: 'error',
  why: 'This taxonomy is kept in order by files, so that a misspelled term does not open a page of its own.',
  message: (word: string, folder: string) => `Unexpected ${code(word)}, expected a term with a file in ${folder}/`,
  hint: (_word: string, folder: string, meant: Meant, id: string) => mendId(meant, id, 'term', folder),
})

// Byline

const inStories = (stories: number) => (stories === 1 ? 'one story' : `${stories} stories`)

export const tagIsCountry = define({
  name: 'tag-is-country',
  severity: 'warning',
  why: 'A country that is a tag has two pages, and neither shows all its stories.',
  message: (tag: string, stories: number) => `Unexpected country ${code(tag)} among the tags of ${inStories(stories)}`,
  hint: (_tag: string, _stories: number, country: string) =>
    `Write ${code(`countries: [${country}]`)}, and take the tag away.`,
})

export const tagIsPartner = define({
  name: 'tag-is-partner',
  severity: 'warning',
  why: 'A partner that is a tag has two pages, and neither shows all its stories.',
  message: (tag: string, stories: number) => `Unexpected partner ${code(tag)} among the tags of ${inStories(stories)}`,
  hint: (_tag: string, _stories: number, partner: string) =>
    `Write ${code(`partners: [${partner}]`)}, and take the tag away.`,
})

export const tagIsPerson = define({
  name: 'tag-is-person',
  severity: 'warning',
  why: 'A tag gathers everything about a person on one page, which somebody may be looking for.',
  message: (tag: string, stories: number) =>
    `Unexpected name of a person ${code(tag)} among the tags of ${inStories(stories)}`,
  hint: 'Take the tag away; who wrote a story stands in `authors`.',
})

export const strayTag = define({
  name: 'stray-tag',
  severity: 'warning',
  why: 'A tag that says nothing, or a whole sentence, leads readers nowhere.',
  message: (tag: string, stories: number) =>
    `Unexpected tag ${code(tag)} of ${inStories(stories)}, expected one to five words for what they are about`,
  hint: 'Take it away, or say in a word what the story is about.',
})

export const tagsInOne = define({
  name: 'tags-in-one',
  severity: 'warning',
  why: 'Several tags in one value make one tag of them all, under which nobody looks.',
  message: (tag: string, stories: number) =>
    `Unexpected commas in the tag ${code(tag)} of ${inStories(stories)}, expected each tag by itself`,
  hint: (_tag: string, _stories: number, tags: readonly string[]) => mend({ list: tags }, ''),
})

export const nearDuplicateTag = define({
  name: 'near-duplicate-tag',
  severity: 'warning',
  why: 'Two tags for one thing divide its stories between two pages.',
  message: (tag: string, stories: number, other: string) =>
    `Unexpected tag ${code(tag)} of ${inStories(stories)} beside ${code(other)}, expected one of them`,
  hint: (tag: string, _stories: number, _other: string, file: string) =>
    `Write the other, or merge it: ${code(`merges: [${tag}]`)} in ${file}.`,
})

export const mergeConflict = define({
  name: 'merge-conflict',
  severity: 'error',
  why: 'A word can lead to one page alone.',
  message: (word: string, other: string) => `Unexpected merge of ${code(word)}, which ${other} stands for already`,
  hint: 'Take it out of one of the two, or remove the file that it should not have.',
})

export const replyWithoutStory = define({
  name: 'reply-without-story',
  severity: 'error',
  why: 'Letters in a file that no story goes by would never be printed.',
  message: (slug: string) => `Unexpected file of replies ${code(slug)}, expected the slug of a story as its name`,
  hint: (_slug: string, suggestion: string | undefined) =>
    `${didYouMean(suggestion)}A slug is the name of the story’s file, without \`.md\`.`,
})

export const unknownReply = define({
  name: 'unknown-reply',
  severity: 'error',
  why: 'An answer that names no letter would stand alone, and mean something else.',
  message: (id: string) => `Unexpected ${code(id)} in ${code('replyTo')}, expected the ${code('id')} of a reply above`,
  hint: (_id: string, suggestion: string | undefined) =>
    `${didYouMean(suggestion)}Give the other reply an ${code('id')}, or take the line away.`,
})

export const duplicateReply = define({
  name: 'duplicate-reply',
  severity: 'error',
  why: 'Answers find their letter by its id.',
  message: (id: string) => `Unexpected second reply with the ${code('id')} ${code(id)}`,
  hint: 'Give one of them another `id`.',
})

export const replyMarkup = define({
  name: 'reply-markup',
  severity: 'error',
  why: 'Letters are written by strangers: they may hold text and web links, and nothing that looks like the outlet’s own.',
  message: (what: string) => `Unexpected ${what} in a reply, expected text, emphasis, links, quotes, lists or code`,
  hint: 'Take it out, or put a backslash before the sign that makes it, such as `\\#` or `\\<`.',
})

export const contactInReply = define({
  name: 'contact-in-reply',
  severity: 'warning',
  why: 'A letter is read by everybody, those among them who would find its writer.',
  message: (kind: string) => `Unexpected ${kind} in a reply, expected none`,
  hint: 'Take it out. E-mail and IP addresses are left out of the page in any case.',
})

export const replyFromTheFuture = define({
  name: 'reply-from-the-future',
  severity: 'error',
  why: 'A letter of a day that has not come is mistyped, and would stand in the wrong order.',
  message: (date: string, today: string) =>
    `Unexpected reply of ${code(date)}, expected a day up to today, ${code(today)}`,
  hint: 'Write the day on which the letter was written.',
})

export const replyWhereClosed = define({
  name: 'reply-where-closed',
  severity: 'warning',
  why: 'Those who know a person whose name is changed may write it. Such stories print no letters unless the desk decides so.',
  message: (slug: string) => `Unexpected replies to ${code(slug)}, which changes names and so prints none`,
  hint: 'Read them with that in mind, then write `replies: open` in the story; or take them away.',
})

export const thirdParty = define({
  name: 'third-party',
  severity: 'error',
  why: 'Whoever serves a file of a page knows who reads it, and when.',
  message: (origin: string) => `Unexpected file from ${code(origin)} on a page, expected files of this site alone`,
  hint: (origin: string) =>
    `Serve it from public/, or let readers be known there: ${code(`thirdParties: [${origin}]`)} in site.yml.`,
})

export const photoTooLarge = define({
  name: 'photo-too-large',
  severity: 'error',
  why: 'A picture larger than any screen only slows the repository and every build of it.',
  message: (source: string, size: string) =>
    `Unexpected picture ${code(source)} of ${size}, expected at most 30 MB and 80 megapixels`,
  hint: 'Save it with its longer side at 3,000 pixels, as a JPEG; pages show at most 1,664 of them.',
})

export const notAnEmail = define({
  name: 'not-an-email',
  severity: 'error',
  why: '`lampstand reply` reads what a mail program saves, and guesses at nothing else.',
  message: (line: string) => `Unexpected first line ${code(line)}, expected the head of an e-mail`,
  hint: 'Save the message from your mail program as a file that ends in `.eml`.',
})

export const emailTooLarge = define({
  name: 'email-too-large',
  severity: 'error',
  why: 'A letter is a page of text; what is that large is something else.',
  message: (size: string) => `Unexpected e-mail of ${size}, expected at most 30 MB`,
  hint: 'Save it without its attachments; they are left out in any case.',
})

export const emailUnreadable = define({
  name: 'email-unreadable',
  severity: 'error',
  why: 'An e-mail that is nested or padded without end is made to stall programs.',
  message: (reason: string) => `This e-mail cannot be read: ${reason}`,
  hint: 'Copy the letter into a new message to yourself, and save that one.',
})

export const emailWithoutText = define({
  name: 'email-without-text',
  severity: 'error',
  why: 'There is nothing to print.',
  message: () => 'Unexpected e-mail without text of its own',
  hint: 'What it quotes and the address of the story are left out. If the letter is an attachment, or stands among what it quotes, copy its words into the file of replies by hand.',
})

export const emailCharset = define({
  name: 'email-charset',
  severity: 'error',
  why: 'A letter in an unknown encoding would be printed with wrong letters.',
  message: (charset: string) =>
    `Unexpected encoding ${code(charset)}, expected one that is known, such as ${code('utf-8')}`,
  hint: 'Copy the letter into a new message to yourself, and save that one.',
})

export const emailLettersLost = define({
  name: 'email-letters-lost',
  severity: 'warning',
  why: 'An e-mail that does not say its encoding, or says a wrong one, cannot be read letter by letter.',
  message: () => 'Unexpected bytes that are no letters in the encoding of this e-mail; each stands as `�` in the entry',
  hint: 'Write the letters that are meant before you approve it.',
})

export const emailHtmlOnly = define({
  name: 'email-html-only',
  severity: 'warning',
  why: 'What a message in HTML shows and what it says may differ: text can be hidden in it.',
  message: () => 'Unexpected e-mail in HTML only, expected plain text; its words were taken from the HTML',
  hint: 'Read the entry before you approve it.',
})

export const letterWithoutStory = define({
  name: 'letter-without-story',
  severity: 'error',
  why: 'A letter is printed below its story.',
  message: () => 'Unexpected e-mail without the address of a story',
  hint: 'Name the story by its slug: `lampstand reply letter.eml --story rain-comes`.',
})

export const letterToNoStory = define({
  name: 'letter-to-no-story',
  severity: 'error',
  why: 'A story that has moved or was renamed must not lose the letters that are sent to its old address.',
  message: (slug: string) =>
    `Unexpected story ${code(slug)} in the address that the e-mail names, expected the slug of a story`,
  hint: (_slug: string, suggestion: string | undefined) =>
    `${didYouMean(suggestion)}Name the story by its slug: \`lampstand reply letter.eml --story rain-comes\`.`,
})

export const bylineAndAuthors = define({
  name: 'byline-and-authors',
  severity: 'error',
  why: 'A byline that is withheld and named at once would depend on who reads the file.',
  message: () => 'Unexpected `authors` beside `byline: withheld`',
  hint: 'Take `authors` away where the name must not be known; it is in the repository’s history all the same.',
})

export const bylineMissing = define({
  name: 'byline-missing',
  severity: 'error',
  why: 'Whether a name is forgotten or withheld is a decision about a person’s safety.',
  message: () => 'Missing key `authors`',
  hint: 'Add `authors: [id]` with the name of a file in people/, or `byline: withheld`.',
})

// Dateline

export const datelineCountryDiffers = define({
  name: 'dateline-country-differs',
  severity: 'warning',
  why: 'Readers find the story under the countries of its front matter and believe its dateline.',
  message: (place: string, countries: string) => `Dateline ${code(place)} is not among \`countries: [${countries}]\``,
  hint: 'Correct the dateline, or add its country to `countries`.',
})

// Names changed

export const pseudonymWithoutNote = define({
  name: 'pseudonym-without-note',
  severity: 'error',
  why: 'A star without a note tells readers nothing, and often means that the closing line was lost.',
  message: (name: string) => `Unexpected star after ${code(name)} without a note on names`,
  hint: 'End the story with a line `* Name changed for security.`, or take the star away.',
})

export const noteWithoutPseudonym = define({
  name: 'note-without-pseudonym',
  severity: 'error',
  why: 'A note without a starred name often means that a real name stands in the text.',
  message: (note: string) => `Unexpected note ${code(note)} without a starred name`,
  hint: 'Put a star after the first mention of each changed name, like André*, or take the note away.',
})

export const pseudonymNotFound = define({
  name: 'pseudonym-not-found',
  severity: 'error',
  why: 'A name listed as changed that the text does not hold often means that the text holds the real one.',
  message: (name: string) => `Unexpected pseudonym ${code(name)}, which the text does not mention`,
  hint: 'Check that the text does not use the real name, then correct the spelling or take the pseudonym away.',
})

// Blocks and links in the text

const recording = '::audio[Hear Hana]{src="hana.mp3"}'

export const unknownBlock = define({
  name: 'unknown-block',
  severity: 'error',
  why: 'A misspelled block would reach readers as three colons and a word.',
  message: (name: string) => `Unexpected block ${code(name)}`,
  hint: (_name: string, suggestion: string | undefined) =>
    `${didYouMean(suggestion)}Known blocks: :::pray, :::give, :::go, :::advocate and ::audio.`,
})

export const blockUnclosed = define({
  name: 'block-unclosed',
  severity: 'error',
  why: 'A block that is not closed takes the rest of the story in, which would be asked of readers as one long request.',
  message: (line: string, colons: string) =>
    `Unexpected block ${code(line)} without an end, expected a line ${code(colons)}`,
  hint: (_line: string, colons: string) => `Put a line of just ${code(colons)} below the text of the block.`,
})

export const blockMalformed = define({
  name: 'block-malformed',
  severity: 'error',
  why: 'A block that is not written just so would reach readers as colons and words, and its request would be gathered nowhere.',
  message: (line: string, block: string) =>
    `Unexpected line ${code(line)}, expected ${code(block === '::audio' ? recording : block)} alone on its line`,
  hint: (_line: string, block: string) => {
    const form =
      block === '::audio'
        ? 'Write it like that, with nothing else on the line'
        : `Write ${code(block)}, below it the text, and below that a line of just ${code(':::')}`
    return `${form}. Put a backslash before colons that are meant to be read: ${code('\\:::')}.`
  },
})

export const blockUnopened = define({
  name: 'block-unopened',
  severity: 'error',
  why: 'A closing line without a block would reach readers as three colons; most often the block was closed too early.',
  message: () => `Unexpected line ${code(':::')}, expected a block above it that it closes`,
  hint: `Take it away, or open the block with a line like ${code(':::pray')}. Put a backslash before colons that are meant to be read: ${code('\\:::')}.`,
})

export const unknownAttribute = define({
  name: 'unknown-attribute',
  severity: 'error',
  why: 'A misspelled attribute would be passed over in silence, a last day among them.',
  message: (name: string, block: string) => `Unexpected attribute ${code(name)} of ${code(block)}`,
  hint: (_name: string, _block: string, known: string, suggestion: string | undefined) =>
    `${didYouMean(suggestion)}Known attributes: ${known}.`,
})

export const emptyBlock = define({
  name: 'empty-block',
  severity: 'error',
  why: 'A box without text asks readers for nothing.',
  message: (name: string) => `Unexpected empty block ${code(name)}, expected text`,
  hint: (name: string) =>
    name === '::audio'
      ? `Say in brackets what one hears, like ${code(recording)}.`
      : 'Write the request between the line that opens the block and the line `:::`.',
})

export const missingAttribute = define({
  name: 'missing-attribute',
  severity: 'error',
  why: 'A player without a recording plays nothing.',
  message: (name: string, block: string) => `Missing attribute ${code(name)} of ${code(block)}`,
  hint: `Name the file that stands beside the text, like ${code(recording)}.`,
})

export const vagueLinkText = define({
  name: 'vague-link-text',
  severity: 'warning',
  why: 'Screen readers list links by their text alone, and search engines read it.',
  message: (text: string) => `Link text ${code(text)} does not say where the link leads`,
  hint: (_text: string, host: string) =>
    `Link the words that name it, like “how to serve with ${host}” or “the application form”.`,
})

export const linkAsText = define({
  name: 'link-as-text',
  severity: 'warning',
  why: 'A link that cannot be read as one reaches readers with its brackets, and leads nowhere.',
  message: (typed: string) =>
    `Unexpected ${code(typed)}, which is printed as it is typed, expected a ${typed.startsWith('!') ? 'picture' : typed.startsWith('[^') ? 'footnote' : 'link'}`,
  hint: (_typed: string, how: string) =>
    `${how} If it is meant as it stands, put a backslash before its first bracket.`,
})

export const deadLink = define({
  name: 'dead-link',
  severity: 'error',
  why: 'A link inside the site that leads nowhere fails every reader who follows it.',
  message: (target: string) => `Unexpected link ${code(target)}, which leads to nothing on this site`,
  hint: (_target: string, suggestion: string | undefined, kind: 'page' | 'file') =>
    `${didYouMean(suggestion)}${
      kind === 'page'
        ? 'Write the address of a page, like /news/some-story/, or the path of a content file beside this one.'
        : 'Put documents and other files to link to into public/: public/forms/apply.pdf stands at /forms/apply.pdf.'
    }`,
})

export const deadAnchor = define({
  name: 'dead-anchor',
  severity: 'error',
  why: 'A link to a place on a page that does not have it drops the reader at the top.',
  message: (target: string) => `Unexpected anchor ${code(target)}, which the page does not have`,
  hint: (_target: string, suggestion: string | undefined) =>
    `${didYouMean(suggestion)}The anchor of a heading is its text in lower case, with hyphens for spaces.`,
})

export const linkToUnpublished = define({
  name: 'link-to-unpublished',
  severity: 'warning',
  why: 'The address of a story that is not published stays out of the site; its link becomes plain text.',
  message: (target: string) => `Link ${code(target)} leads to a story that is not published`,
  hint: 'The text stays, the link is left out until the story is published.',
})

export const htmlRemoved = define({
  name: 'html-removed',
  severity: 'warning',
  why: 'Only harmless HTML may reach readers; the rest is left out.',
  message: (tag: string) => `HTML element ${code(tag)} is left out`,
  hint: 'Write it in Markdown; scripts, forms, frames and styles have no place in a story.',
})

// Pictures and recordings

export const mediaMissing = define({
  name: 'media-missing',
  severity: 'error',
  why: 'A picture or recording that does not exist leaves a hole in the page.',
  message: (source: string) =>
    source === ''
      ? 'Unexpected picture without a file, expected its name behind the brackets'
      : `Unexpected file ${code(source)}, which does not exist`,
  hint: (_source: string, suggestion: string | undefined) =>
    `${didYouMean(suggestion)}Put the file beside the text, in a folder <slug>/ with the text as index.md.`,
})

export const mediaFromElsewhere = define({
  name: 'media-from-elsewhere',
  severity: 'error',
  why: 'A picture from another host tells that host who reads the story.',
  message: (source: string) => `Unexpected file ${code(source)} on another host, expected one of this site`,
  hint: 'Keep a copy beside the text and name that.',
})

export const mediaKind = define({
  name: 'media-kind',
  severity: 'error',
  why: 'Only pictures and recordings whose bytes are what their names say are published.',
  message: (source: string, found: string, expected: string) =>
    `Unexpected file ${code(source)}: ${found}, expected ${expected}`,
  hint: (_source: string, _found: string, _expected: string, how: string) => how,
})

export const mediaWithMetadata = define({
  name: 'media-with-metadata',
  severity: 'warning',
  why: 'What lies in public/ is published as it is, and with it what cameras and programs wrote into it: names, and places to the meter.',
  message: (found: string) => `Unexpected metadata that says ${found}, expected a file that tells nothing of people`,
  hint: 'Move it beside the text that shows it, where this is taken out, or save it without metadata.',
})

export const badDuration = define({
  name: 'bad-duration',
  severity: 'error',
  why: 'Players and podcast programs show how long a recording is.',
  message: (value: string) => `Unexpected duration ${code(value)}, expected minutes and seconds`,
  hint: 'Write it like 4:30 or 1:02:03, in quotes: `"4:30"`. It may be left out: it is measured.',
})

export const durationDiffers = define({
  name: 'duration-differs',
  severity: 'warning',
  why: 'A recording that is shorter or longer than somebody wrote is often the wrong file.',
  message: (typed: string, measured: string) =>
    `Unexpected duration ${code(typed)}, expected the measured ${code(measured)}`,
  hint: 'Leave it out, or see whether `src` names the right file.',
})

export const transcriptTooShort = define({
  name: 'transcript-too-short',
  severity: 'warning',
  why: 'People who cannot hear are owed every word; a recording much longer than its transcript says more than that.',
  message: (words: number, duration: string) =>
    `Unexpected transcript of ${words} words for a recording of ${code(duration)}, expected all that is said`,
  hint: 'Write down the rest, or mend `broadcast.wordsPerMinute` in site.yml.',
})

export const imageWithoutAlt = define({
  name: 'image-without-alt',
  severity: 'error',
  why: 'Readers who do not see the picture are told what it shows, or nothing at all.',
  message: (source: string) => `Unexpected image ${code(source)} without a text in its place`,
  hint: 'Say what it shows: ![Two girls carry water past a school](photo.jpg).',
})

// The whole site

export const duplicateAddress = define({
  name: 'duplicate-address',
  severity: 'error',
  why: 'Two pages at one address: one of them would never be seen.',
  message: (address: string, other: string) => `Unexpected second page at ${code(address)}, which belongs to ${other}`,
  hint: 'Rename one of the files, or take the alias away.',
})

export const layoutFailed = define({
  name: 'layout-failed',
  severity: 'error',
  why: 'A page that cannot be laid out would be missing from the site.',
  message: (layout: string, address: string, reason: string) =>
    `Layout ${code(layout)} failed on ${address}: ${reason}`,
  hint: 'This is a mistake in layouts/ and not in the story; nothing was written.',
})
