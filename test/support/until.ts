/** Waits until it holds; fails when it does not within so many seconds. */
export async function until(holds: () => boolean | Promise<boolean>, patience = 10): Promise<void> {
  for (const deadline = Date.now() + patience * 1_000; !(await holds()); await seconds(0.1)) {
    if (Date.now() > deadline) throw new Error('It did not come about in time.');
  }
}

const seconds = (n: number) => new Promise((resolve) => setTimeout(resolve, n * 1_000));
