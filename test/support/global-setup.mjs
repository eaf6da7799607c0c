/** The database server of a test run: DATABASE_URL when given, otherwise one of its own in a temporary folder. */
export default async function setUp() {
  if (process.env.DATABASE_URL) {
    process.env.CXU_TEST_SERVER = process.env.DATABASE_URL;
    return;
  }
  throw new Error('Set DATABASE_URL.');
}
