// A command-line tool: it may wait for as long as its user does.
const answer = await fetch(process.argv[2] ?? 'http://127.0.0.1:4000/');
process.stdout.write(await answer.text());
