import type { Child } from '../../src/jsx/jsx-runtime.ts'

/** The head of a list: its title below a link to what it is a part of, and what follows them. */
export function ListHead({
  kicker,
  title,
  children,
}: {
  kicker?: { label: string; url: string } | undefined
  title: Child
  children?: Child
}) {
  return (
    <header class="list-head">
      {kicker !== undefined && (
        <p class="kicker">
          <a href={kicker.url}>{kicker.label}</a>
        </p>
      )}
      <h1>{title}</h1>
      {children}
    </header>
  )
}
