import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Post, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { Can, EVERYONE, permission, Public } from '../permissions.js';
import { DeclaredRoutes } from './declared-routes.js';

const drink = permission('tea.drink', ...EVERYONE);

@Controller('tea')
class TeaController {
  @Get(['', 'cups/:id'])
  @Can(drink)
  show(): void {}

  @Post('/cups/')
  @Public()
  pour(): void {}

  helper(): void {}
}

@Controller()
class LeakyController {
  @Get('leak')
  drip(): void {}
}

/** What only the API’s routes have. */
const pages = { scope: null, operation: null };

async function routesOf(...controllers: Type[]) {
  const module = { module: class {}, imports: [DiscoveryModule], controllers, providers: [DeclaredRoutes] };
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  return app.get(DeclaredRoutes).all();
}

describe('the routes', () => {
  it('are all known, with what each asks for', async () => {
    expect(await routesOf(TeaController)).toEqual([
      { method: 'GET', path: '/tea', handler: 'TeaController.show', permission: drink, ...pages, isPublic: false },
      {
        method: 'GET',
        path: '/tea/cups/:id',
        handler: 'TeaController.show',
        permission: drink,
        ...pages,
        isPublic: false,
      },
      { method: 'POST', path: '/tea/cups', handler: 'TeaController.pour', permission: null, ...pages, isPublic: true },
    ]);
  });

  it('stop the start when one of them says nothing about who may', async () => {
    await expect(routesOf(TeaController, LeakyController)).rejects.toThrow(
      'These handlers name no permission: LeakyController.drip. Add @Can(…), @Scope(…) or @Public().',
    );
  });
});
