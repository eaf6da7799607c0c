/** The one world of globals in which the modules of shared-runtime.cjs live. Between two spec files Jest's own leave it. */
const { TestEnvironment } = require('jest-environment-node');

/** Where jest-circus keeps what it knows of a spec file. */
const OF_ONE_FILE = ['EVENT_HANDLERS', 'JEST_STATE_SYMBOL', 'TEST_TIMEOUT_SYMBOL'];

class SharedEnvironment extends TestEnvironment {
  constructor(...args) {
    super(...args);
    this.exit = this.global.process.exit;
  }

  /** The end of a spec file, not of the environment. */
  async teardown() {
    // Jest wraps it for each file.
    this.global.process.exit = this.exit;
    const left = Object.getOwnPropertySymbols(this.global).filter((key) => OF_ONE_FILE.includes(key.description));
    for (const key of left) Reflect.deleteProperty(this.global, key);
  }
}

let only = null;

/** Jest makes one for each spec file; it gets the same one each time. */
module.exports = function environmentOfThisWorker(...args) {
  only ??= new SharedEnvironment(...args);
  return only;
};
