/** A process that opens the database of a data folder, says its address, and holds it until it is told to stop. */
import { openDatabase } from '../../dist/platform/database/open-database.js';

const [dataDir, role] = process.argv.slice(2);
const say = (line) => console.error(line);
try {
  const database = await openDatabase({ dataDir, databaseUrl: null }, say, role);
  console.log(database.url);
  process.once('SIGTERM', () => database.stop().then(() => process.exit(0)));
} catch (error) {
  say(error.message);
  process.exit(1);
}
