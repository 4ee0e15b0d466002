import { Controller, Get } from '@nestjs/common';
import { Problem } from '../errors/problem.js';
import { Public } from './access.js';

/** Is the server taking requests? */
export class Readiness {
  /** Set false before it stops, so that a load balancer looks elsewhere in time. */
  ready = true;

  /** @param storeIsReachable without the store of sessions every request is answered 503 */
  constructor(readonly storeIsReachable: () => Promise<boolean>) {}
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

  /** @throws Problem serviceUnavailable while the server is stopping, or its sessions cannot be reached */
  @Get('ready')
  @Public()
  async ready(): Promise<{ status: string }> {
    if (!this.readiness.ready) throw new Problem('serviceUnavailable', { message: 'The server is stopping' });
    if (!(await this.readiness.storeIsReachable())) {
      throw new Problem('serviceUnavailable', { message: 'The session store cannot be reached' });
    }
    return { status: 'ready' };
  }
}
