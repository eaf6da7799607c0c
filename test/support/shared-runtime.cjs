/**
 * One loaded product per worker. Jest loads every module again for every spec file, and for a spec over HTTP that was
 * most of its time: two thousand files, compiled and warmed up from nothing. Here what is below src/ and node_modules/
 * stays loaded, as in the process that serves the product; specs and what they share below test/ are loaded anew, and
 * so is Jest's own part. Nothing is lost with it as long as no spec replaces a module of ours, and none does.
 *
 * It knows the inside of the jest-runtime that package.json names: look here first when another version misbehaves.
 */
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');

class SharedRuntime extends Runtime {
  constructor(config, ...more) {
    super(config, ...more);
    this.tests = pathToFileURL(join(config.rootDir, 'test/')).href;
  }

  startFile() {
    this.testState.state = 'loading';
    return this;
  }

  /** The end of a spec file, not of the runtime. */
  teardown() {
    const modules = this.registries.esModuleRegistry;
    for (const key of [...modules.keys()]) if (this.belongsToSpec(key)) modules.delete(key);
    this.registries.internalModuleRegistry.clear();
    this.jestGlobals.clearJestObjectCache();
  }

  belongsToSpec(key) {
    return key.startsWith(this.tests) || key.startsWith('@jest/globals/') || key.endsWith('.spec.ts');
  }
}

let only = null;

/** Jest makes one for each spec file; it gets the same one each time. */
module.exports = function runtimeOfThisWorker(...args) {
  only ??= new SharedRuntime(...args);
  return only.startFile();
};
