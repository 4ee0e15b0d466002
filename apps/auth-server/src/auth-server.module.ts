import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { SessionAdministration } from './admin/session-administration.js';
import { UserAdministration } from './admin/user-administration.js';
import { ApiTokenRequests } from './api-tokens/api-token-requests.js';
import { LoginModeRequests } from './admin/login-mode-requests.js';
import { OperatorCredential } from './admin/operator-credential.js';
import { Audit } from './audit/audit.js';
import { ApiTokensController } from './http/api-tokens.controller.js';
import { AuthController } from './http/auth.controller.js';
import { BrowserLogin } from './browser-login/browser-login.js';
import { BrowserLogout } from './browser-login/browser-logout.js';
import { BrowserLoginController } from './http/browser-login.controller.js';
import { EmbeddingCheckController } from './http/embedding-check.controller.js';
import { HandoverController } from './http/handover.controller.js';
import { BrowserReply } from './http/browser-reply.js';
import { Refusals } from './http/refusals.js';
import { PageSettings } from './http/page-settings.js';
import { ConfigurationController } from './http/configuration.controller.js';
import { ExplorerController } from './http/explorer.controller.js';
import { HealthController, Readiness } from './http/health.controller.js';
import { IdentityTokensController } from './http/identity-tokens.controller.js';
import { ModeAdministrationController } from './http/mode-administration.controller.js';
import { MonitorsController } from './http/monitors.controller.js';
import { ProjectsController } from './http/projects.controller.js';
import { SessionReply } from './http/session-reply.js';
import { SessionsController } from './http/sessions.controller.js';
import { UsersController } from './http/users.controller.js';
import { EnabledModes } from './login/enabled-modes.js';
import { Login } from './login/login.js';
import type { Rooms } from './join-rooms.js';
import { Privileges } from './privileges/privileges.js';
import { ProjectAccess } from './projects/project-access.js';
import { Sessions } from './sessions/sessions.js';
import { ServerStatus } from './status/server-status.js';
import { IdentityTokens } from './tokens/identity-token.js';

/** The controllers, and the parts that they ask for by class. */
@Module({})
export class AuthServerModule {
  static of(rooms: Rooms): DynamicModule {
    const providers: Provider[] = [
      { provide: ApiTokenRequests, useValue: rooms.apiTokenRequests },
      { provide: Audit, useValue: rooms.audit },
      { provide: BrowserLogin, useValue: rooms.browserLogin },
      { provide: BrowserLogout, useValue: rooms.browserLogout },
      { provide: BrowserReply, useValue: rooms.browserReply },
      { provide: Refusals, useValue: rooms.refusals },
      { provide: PageSettings, useValue: rooms.pages },
      { provide: EnabledModes, useValue: rooms.modes },
      { provide: IdentityTokens, useValue: rooms.identityTokens },
      { provide: LoginModeRequests, useValue: rooms.loginModeRequests },
      { provide: OperatorCredential, useValue: rooms.operator },
      { provide: Login, useValue: rooms.login },
      { provide: Privileges, useValue: rooms.privileges },
      { provide: ProjectAccess, useValue: rooms.projects },
      { provide: Readiness, useValue: rooms.readiness },
      { provide: ServerStatus, useValue: rooms.status },
      { provide: SessionReply, useValue: rooms.sessionReply },
      { provide: SessionAdministration, useValue: rooms.sessionAdministration },
      { provide: UserAdministration, useValue: rooms.userAdministration },
      { provide: Sessions, useValue: rooms.sessions },
    ];
    return {
      module: AuthServerModule,
      controllers: [
        AuthController,
        SessionsController,
        IdentityTokensController,
        ApiTokensController,
        BrowserLoginController,
        EmbeddingCheckController,
        HandoverController,
        ConfigurationController,
        ModeAdministrationController,
        ProjectsController,
        MonitorsController,
        UsersController,
        ExplorerController,
        HealthController,
      ],
      providers,
    };
  }
}
