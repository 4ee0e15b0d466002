/** Whether the types of a package are those of what is run, in every way that TypeScript looks for them. */
import { readFileSync } from 'node:fs';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { problemAffectsEntrypointResolution } from '@arethetypeswrong/core/problems';
import { modulesOf } from './exports.js';
import { pack } from './packed-files.js';
import type { Manifest } from './packages.js';

/**
 * TypeScript's old resolution knows no `exports`, and these packages no Node that old. ES modules can be required by
 * every Node that they run on, so that `require` leads to one is no problem (tried by installed.spec.ts).
 */
const resolutions = ['node16-cjs', 'node16-esm', 'bundler'] as const;
const harmless = 'CJSResolvesToESM';

/** @returns what are-the-types-wrong finds, a sentence each */
export async function checkTypes(folder: string, manifest: Manifest): Promise<readonly string[]> {
  const tarball = pack(folder);
  const packed = createPackageFromTarballData(new Uint8Array(readFileSync(tarball.file)));
  tarball.remove();
  const entrypoints = modulesOf(manifest).map(({ key }) => key);
  const result = await checkPackage(packed, { entrypoints });
  if (result.types === false) return ['it has no types'];
  return entrypoints.flatMap((entrypoint) =>
    resolutions.flatMap((resolution) =>
      result.problems
        .filter(({ kind }) => kind !== harmless)
        .filter((problem) => problemAffectsEntrypointResolution(problem, entrypoint, resolution, result))
        .map(({ kind }) => `the types of ${entrypoint} are wrong for ${resolution}: ${kind}`),
    ),
  );
}
