import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { type ApiOperation, OPERATION } from '../api/operation.js';
import { SCOPE } from '../api/scope.js';
import type { ScopeName } from '../api/service-account.js';
import { type Permission, PERMISSION, PUBLIC } from '../permissions.js';

export interface DeclaredRoute {
  method: string;
  path: string;
  /** `Controller.handler`. */
  handler: string;
  /** Null on public routes and those of machines. */
  permission: Permission | null;
  /** What a service account needs; null on pages. */
  scope: ScopeName | null;
  /** How the API describes it; null on pages. */
  operation: ApiOperation | null;
  isPublic: boolean;
}

/** Every route with what it asks for. A handler that names no permission, scope nor `@Public()` stops the start. */
@Injectable()
export class DeclaredRoutes implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const undeclared = this.all().filter(isUndeclared);
    if (undeclared.length > 0) {
      const names = undeclared.map((route) => route.handler).join(', ');
      throw new Error(`These handlers name no permission: ${names}. Add @Can(…), @Scope(…) or @Public().`);
    }
  }

  all(): DeclaredRoute[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prefix = this.reflector.get<string>('path', metatype);
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .flatMap((name) => this.routesOf(prototype[name], prefix, `${metatype.name}.${name}`));
    });
  }

  private routesOf(method: (() => unknown) | undefined, prefix: string, handler: string): DeclaredRoute[] {
    if (!method) return [];
    const path = this.reflector.get<string | string[] | undefined>('path', method);
    if (path === undefined) return [];
    return [path].flat().map((one) => ({
      method: RequestMethod[this.reflector.get<RequestMethod>('method', method)],
      path: joined(prefix, one),
      handler,
      permission: this.reflector.get<Permission | undefined>(PERMISSION, method) ?? null,
      scope: this.reflector.get<ScopeName | undefined>(SCOPE, method) ?? null,
      operation: this.reflector.get<ApiOperation | undefined>(OPERATION, method) ?? null,
      isPublic: this.reflector.get<boolean | undefined>(PUBLIC, method) ?? false,
    }));
  }
}

const isUndeclared = ({ isPublic, permission, scope }: DeclaredRoute) =>
  !isPublic && permission === null && scope === null;

function joined(...parts: string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;
}
