// Runs before anything else and in the syntax of old versions, so that they can say what is wrong.
var parts = process.versions.node.split('.').map(Number);
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  console.error(
    'Node ' + process.versions.node + ' is too old: install Node 20.19 or newer and run this again.',
  );
  process.exit(1);
}
