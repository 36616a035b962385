// `launchgate comment <file>`: the one comment of a pull request, written or brought up to date.
import type { AddCommand } from '../command.ts';
import type { CommentFlags } from '../run/comment.ts';

export const addComment: AddCommand = (program, run) => {
  const command = program
    .command('comment')
    .description('put a comment (-f comment=<file>) on the GitHub pull request this job runs for, in place of the last one')
    .argument('<file>', 'the comment, or - for stdin')
    .option('--pull-request <number>', 'its number (default: as GitHub Actions says)');
  command.action((file: string) =>
    run(async () => {
      const { comment } = await import('../run/comment.ts');
      return comment(file, command.optsWithGlobals<CommentFlags>());
    }),
  );
};
