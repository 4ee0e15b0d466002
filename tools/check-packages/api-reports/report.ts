/** What one module of a package offers, as API Extractor writes it: every exported declaration, without its comments. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

/**
 * @param folder of the package, built
 * @param declarations the declaration file of the module
 * @throws Error with what API Extractor says where it cannot read the module
 */
export function apiReport(folder: string, declarations: string): string {
  const to = mkdtempSync(join(tmpdir(), 'api-report-'));
  const said: string[] = [];
  try {
    const result = Extractor.invoke(configuration(folder, declarations, to), {
      localBuild: true, // writes the report wherever it differs: whether it may is for our caller to say
      messageCallback: (message) => {
        if (['error', 'warning'].includes(message.logLevel)) said.push(message.text);
        message.handled = true;
      },
    });
    if (!result.succeeded) throw new Error(said.join('\n'));
    return readFileSync(join(to, 'report.api.md'), 'utf8');
  } finally {
    rmSync(to, { recursive: true });
  }
}

function configuration(folder: string, declarations: string, to: string): ExtractorConfig {
  const silent = { logLevel: ExtractorLogLevel.None };
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: declarations,
      // Also what is not exported but belongs to the type of something that is: a change there is one to its users.
      apiReport: {
        enabled: true,
        reportFolder: to,
        reportTempFolder: join(to, 'temporary'),
        reportFileName: 'report',
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      compiler: { tsconfigFilePath: join(folder, 'tsconfig.build.json'), skipLibCheck: true },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: { default: silent },
        tsdocMessageReporting: { default: silent },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, 'package.json'),
  });
}
