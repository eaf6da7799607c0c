/** The same function, which answers a text that has come before from memory. It forgets everything rather than hold too much. */
export function remembered<T>(work: (text: string) => T, most = 1_000): (text: string) => T {
  const known = new Map<string, { value: T }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.value;
    if (known.size >= most) known.clear();
    const value = work(text);
    known.set(text, { value });
    return value;
  };
}
