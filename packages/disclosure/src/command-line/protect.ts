import { protectCommand } from './protect-command.ts';
import { run } from './run.ts';

await run(protectCommand);
