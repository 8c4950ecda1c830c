import { Command, CommanderError } from 'commander';
import { addBackup, addRestore } from './backup';
import { addCheck } from './check';
import { addClose, addReopen } from './closing';
import { addCompare } from './compare';
import { addCodes } from './codes';
import { addCopy } from './copy';
import { addExport } from './export';
import { addHistory } from './history';
import { addImport } from './import';
import { explainFailure } from './failure';
import { addRebuild, addVerify } from './maintenance';
import { addRecord } from './record';
import { addReport } from './report';
import type { SetStatus } from './session';
import { translated, translatedTitle } from './usage';
import { addUsers } from './users';
import { addWhy } from './why';

/** Runs one command line; answers the exit status: 0 done, 1 refused or a check failed, 2 a wrong command line, 70 a fault. */
export async function run(argv: readonly string[]): Promise<number> {
  let status = 0;
  const program = juesuan((next) => {
    status = Math.max(status, next);
  });
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) return explainFailure(error);
    return error.exitCode === 0 ? 0 : 2;
  }
  return status;
}

function juesuan(setStatus: SetStatus): Command {
  const program = new Command('juesuan')
    .description('决算：由记录的事项计算九张表、差异说明和勾稽核对，每个数都能查到来源。')
    .helpCommand('help [command]', '显示某个命令的用法')
    .showHelpAfterError('（用 juesuan help 查看用法）');
  addImport(program);
  addReport(program);
  addExport(program);
  addCheck(program, setStatus);
  addWhy(program);
  addCompare(program);
  addHistory(program);
  addRecord(program);
  addClose(program);
  addReopen(program);
  addCodes(program);
  addRebuild(program, setStatus);
  addVerify(program, setStatus);
  addBackup(program);
  addRestore(program);
  addCopy(program);
  addUsers(program);
  for (const command of withAllBelow(program)) {
    command.exitOverride().helpOption('-h, --help', '显示用法');
    command.configureHelp({ styleTitle: translatedTitle });
    command.configureOutput({ outputError: (text, write) => write(translated(text)) });
  }
  return program;
}

const withAllBelow = (command: Command): Command[] => [command, ...command.commands.flatMap(withAllBelow)];
