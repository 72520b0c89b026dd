import type { NamedLink } from './named-link.ts'

/** A link to the story that an entry of a list comes from. */
export function StoryLink({ story, lang }: { story: NamedLink; lang?: string | undefined }) {
  return (
    <p class="action-story">
      <a href={story.url} lang={lang}>
        {story.name}
      </a>
    </p>
  )
}
