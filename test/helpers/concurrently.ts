/** Does some work on every item, on a few at a time: for work that waits more than it computes. */
export async function concurrently<T>(items: readonly T[], work: (item: T) => Promise<void>, limit = 6): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: limit }, worker))
}
