import { attackCommand } from './attack-command.ts';
import { run } from './run.ts';

await run(attackCommand);
