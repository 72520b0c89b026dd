/** A plain list of links. */
export function LinkList({ links }: { links: readonly { label: string; url: string }[] }) {
  return (
    <ul class="index">
      {links.map(({ label, url }) => (
        <li>
          <a href={url}>{label}</a>
        </li>
      ))}
    </ul>
  )
}
