/** Our sources import './name.js', as Node will see it once compiled; here the file is still './name.ts'. */
module.exports = (path, options) => {
  const ours = /^\.{1,2}\//.test(path) && path.endsWith('.js') && !options.basedir.includes('node_modules');
  if (!ours) return options.defaultResolver(path, options);
  try {
    return options.defaultResolver(path.replace(/\.js$/, '.ts'), options);
  } catch {
    return options.defaultResolver(path, options);
  }
};
