import { Module, type DynamicModule, type ModuleMetadata, type Provider } from '@nestjs/common';
import { sessionVerifier, type VerifierOptions } from '../gateway/index.js';
import { SessionGuard, verifierToken } from './session-guard.js';

/** Nest's name for a guard of every route. The constant of its core would bind us to one copy of it. */
const applicationGuard = 'APP_GUARD';

interface Reach {
  /** Does every route ask for a session that is not `@Public()`? By default true; else those with `@UseGuards(SessionGuard)`. */
  readonly everyRoute?: boolean;
}

export interface SessionModuleOptions extends VerifierOptions, Reach {}

export interface AsyncSessionModuleOptions extends Reach, Pick<ModuleMetadata, 'imports'> {
  /** What the factory is handed, as in any factory of Nest. */
  readonly inject?: NonNullable<Extract<Provider, { readonly inject?: unknown }>['inject']>;
  // Nest hands over whatever was asked for.
  readonly useFactory: (...injected: never[]) => VerifierOptions | Promise<VerifierOptions>;
}

/**
 * Verifies sessions for a whole application, by one verifier. To be imported once.
 *
 *     imports: [SessionModule.forRoot({ baseUrl: 'http://127.0.0.1:8080/MicroStrategyLibrary' })]
 */
@Module({})
export class SessionModule {
  /** @throws TypeError that names the option and says what was expected */
  static forRoot({ everyRoute, ...options }: SessionModuleOptions): DynamicModule {
    return moduleWith({ provide: verifierToken, useValue: sessionVerifier(options) }, everyRoute);
  }

  /** With options that are known once the application starts. */
  static forRootAsync({ imports, inject, useFactory, everyRoute }: AsyncSessionModuleOptions): DynamicModule {
    const verifier: Provider = {
      provide: verifierToken,
      ...(inject === undefined ? {} : { inject }),
      useFactory: async (...injected: never[]) => sessionVerifier(await useFactory(...injected)),
    };
    return { ...moduleWith(verifier, everyRoute), ...(imports === undefined ? {} : { imports }) };
  }
}

function moduleWith(verifier: Provider, everyRoute = true): DynamicModule {
  const ofAll: Provider[] = everyRoute ? [{ provide: applicationGuard, useExisting: SessionGuard }] : [];
  return {
    module: SessionModule,
    global: true,
    providers: [verifier, SessionGuard, ...ofAll],
    exports: [verifierToken, SessionGuard],
  };
}
