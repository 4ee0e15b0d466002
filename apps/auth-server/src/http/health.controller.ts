import { Controller, Get } from '@nestjs/common';
import { Problem } from '../errors/problem.js';
import { Public } from './access.js';

/** Is the server taking requests? Set false before it stops, so that a load balancer looks elsewhere in time. */
export class Readiness {
  ready = true;
}

/** For load balancers and supervisors, outside of the API. */
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Public()
  live(): { status: string } {
    return { status: 'live' };
  }

  /** @throws Problem serviceUnavailable while the server is stopping */
  @Get('ready')
  @Public()
  ready(): { status: string } {
    if (!this.readiness.ready) throw new Problem('serviceUnavailable', { message: 'The server is stopping' });
    return { status: 'ready' };
  }
}
