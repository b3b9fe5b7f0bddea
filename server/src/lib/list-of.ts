/** The list under a key, to be added to; one begun where there is none yet. */
export function listOf<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key)
  if (list !== undefined) return list
  const begun: V[] = []
  lists.set(key, begun)
  return begun
}
