// Runs the program; whatever is thrown ends as one line on stderr.
import { cleaned } from '../reports/clean.ts';
import { interrupted, listenForInterrupts } from './interrupt.ts';
import { messageOf, Problem } from './problem.ts';
import { runProgram } from './program.ts';

const oldestNode = 22;
const graceMs = 300;
let ends = false;

/** Never returns normally: the process ends with the exit code of the command. */
export async function start(): Promise<void> {
  // A reader that closed the pipe (`| head`) has seen enough; files are still written and the exit code stands.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') fail(new Problem(`can't write to stdout: ${messageOf(error)}`));
  });
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  // A configuration that is code can end the process, or wait for ever: neither must look like a gate that was reached.
  process.on('exit', () => {
    if (ends || interrupted.aborted) return;
    process.exitCode = 2;
    process.stderr.write('launchgate: the process was ended before the command was done; does a configuration that is code end it?\n');
  });
  listenForInterrupts();
  try {
    if (Number.parseInt(process.versions.node, 10) < oldestNode) {
      throw new Problem(`needs Node ${oldestNode} or newer; this is ${process.versions.node}`);
    }
    end(await runProgram(process.argv.slice(2)));
  } catch (thrown) {
    fail(thrown);
  }
}

function fail(thrown: unknown): void {
  // What breaks because the user interrupted is no news, and the exit code is already decided.
  if (interrupted.aborted || ends) return;
  const debug = (process.env.LAUNCHGATE_DEBUG ?? '') !== '';
  const how = thrown instanceof Problem || debug ? '' : ' (unexpected; LAUNCHGATE_DEBUG=1 shows where)';
  process.stderr.write(`launchgate: ${cleaned(messageOf(thrown))}${how}\n`);
  if (debug && thrown instanceof Error) process.stderr.write(`${thrown.stack ?? ''}\n`);
  end(2);
}

// In process.exit Node waits for its compiler's threads, and for ever where one of them waits for a collection: a program with
// nothing left to do ends by itself. What is still open then, sockets that a client keeps, must not keep the process.
function end(exitCode: number): void {
  // Whoever interrupts decides the exit code.
  if (ends || interrupted.aborted) return;
  ends = true;
  process.exitCode = exitCode;
  process.stdout.write('', () => process.stderr.write('', () => setTimeout(() => process.exit(exitCode), graceMs).unref()));
}
