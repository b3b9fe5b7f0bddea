/** The list without the value if it holds it, else with it; nothing left is no filter. */
export function toggled<T>(list: readonly T[] | undefined, value: T): T[] | undefined {
  const rest = (list ?? []).filter(item => item !== value)
  if (rest.length === (list?.length ?? 0)) rest.push(value)
  return rest.length > 0 ? rest : undefined
}
