/** Results, references and targets as tables a person reads. */
export function print({ name, references, results, targets }) {
  console.log(`\n${name}\n`);
  console.log('Measured in the same run, to set the rest against:');
  for (const [key, value] of Object.entries(references)) console.log(`  ${key.padEnd(44)} ${round(value)}`);
  console.log('\nResults:');
  for (const { name: label, value, unit, ratio } of results) {
    const against = ratio === null ? '' : `${round(ratio)} x the reference`;
    console.log(`  ${label.padEnd(44)} ${`${round(value)} ${unit}`.padEnd(22)} ${against}`);
  }
  console.log('\nTargets:');
  for (const { name: label, bound, value, pass } of targets) {
    console.log(`  ${pass ? 'held  ' : 'MISSED'} ${label.padEnd(44)} ${round(value)} of ${round(bound)}`);
  }
}

const round = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));
