/** Texts by their characters' numbers, as Terraform sorts them. */
export function inOrder(one: string, other: string): number {
  const [ones, others] = [Array.from(one), Array.from(other)];
  const at = ones.findIndex((sign, place) => sign !== others[place]);
  if (at === -1) return ones.length - others.length;
  return (ones[at]?.codePointAt(0) ?? 0) - (others[at]?.codePointAt(0) ?? -1);
}
