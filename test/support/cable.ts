import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';

/** A way to the database that can be cut and mended, as a network's can. */
export class Cable {
  private readonly sockets = new Set<Socket>();

  private constructor(
    private server: Server,
    private readonly target: URL,
    readonly port: number,
  ) {}

  static async to(databaseUrl: string): Promise<Cable> {
    const target = new URL(databaseUrl);
    const server = createServer();
    const port = await listening(server, 0);
    const cable = new Cable(server, target, port);
    cable.carry(server);
    return cable;
  }

  /** The database's address by way of this cable. */
  get url(): string {
    const url = new URL(this.target);
    url.host = `127.0.0.1:${this.port}`;
    url.searchParams.delete('host');
    return url.href;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  async mend(): Promise<void> {
    if (this.server.listening) return;
    this.server = createServer();
    await listening(this.server, this.port);
    this.carry(this.server);
  }

  private carry(server: Server): void {
    server.on('connection', (near) => {
      const far = this.reach();
      for (const [socket, other] of [[near, far] as const, [far, near] as const]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined).on('close', () => (this.sockets.delete(socket), other.destroy()));
        socket.pipe(other);
      }
    });
  }

  /** Through the socket in a folder where the address names one, as PostgreSQL's own clients do. */
  private reach(): Socket {
    const port = Number(this.target.port || 5432);
    const folder = this.target.searchParams.get('host');
    return folder ? connect(join(folder, `.s.PGSQL.${port}`)) : connect(port, this.target.hostname);
  }
}

async function listening(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
