import { Controller, Get, Module } from '@nestjs/common';
import { Public, SessionModule, SessionUser, type VerifiedUser } from '@mstr-rest/auth-server/nest';

@Controller()
class ReportsController {
  @Get('reports')
  reports(@SessionUser() user: VerifiedUser): string {
    return `Reports of ${user.fullName}`;
  }

  @Get('health')
  @Public()
  health(): string {
    return 'well';
  }
}

@Module({
  imports: [SessionModule.forRoot({ baseUrl: 'http://127.0.0.1:8080/MicroStrategyLibrary' })],
  controllers: [ReportsController],
})
export class ReportsModule {}
