// A command-line tool: printing is its job.
export function main(names: readonly string[]): void {
  for (const name of names) console.log(name);
}

main(process.argv.slice(2));
