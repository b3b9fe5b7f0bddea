interface TurnOptions {
  /** Whether an error ends it: what is left fails with the same. */
  stopOn: (error: Error) => boolean
  onStep: (done: number) => void
}

/** Does something for each item, one after the other, and says what came of each. */
export async function eachInTurn<Item, Done>(
  items: readonly Item[],
  run: (item: Item) => Promise<Done>,
  { stopOn, onStep }: TurnOptions,
) {
  const done: Done[] = []
  const failed: { item: Item; error: Error }[] = []
  onStep(0)
  for (const [i, item] of items.entries()) {
    try {
      done.push(await run(item))
    } catch (thrown) {
      const error = thrown as Error
      if (stopOn(error)) {
        failed.push(...items.slice(i).map(left => ({ item: left, error })))
        break
      }
      failed.push({ item, error })
    }
    onStep(i + 1)
  }
  return { done, failed }
}
