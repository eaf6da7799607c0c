/**
 * A process that delivers what is due once and says so on standard output: the product's own delivery, with one kind of
 * message. DATABASE_URL and SMTP_URL say where; CXU_NOW what time it is.
 */
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../dist/app.module.js';
import { DeliveryService } from '../../dist/notifications/delivery/delivery.service.js';
import { MessageKinds } from '../../dist/notifications/message-kinds.service.js';
import { Clock } from '../../dist/platform/clock.js';
import { readConfig } from '../../dist/platform/config.js';
import { useOurTypes } from '../../dist/platform/database/pg-types.js';

const { DATABASE_URL, SMTP_URL, CXU_NOW } = process.env;
useOurTypes();
const clock = new Clock();
clock.runFrom(new Date(CXU_NOW));
const config = readConfig({ DATABASE_URL, SMTP_URL, CXU_LOG: 'silent' });
const app = await NestFactory.createApplicationContext(AppModule.with(config, DATABASE_URL, clock), {
  logger: ['error'],
});
const say = (line) => process.stdout.write(`${line}\n`);
app
  .get(MessageKinds)
  .register('rota.changed', () => ({ title: 'Your rota has changed', text: 'Look.', path: '/record', action: 'Look' }));
say('delivering');
await app.get(DeliveryService).deliver();
say('delivered');
await app.close();
process.exit(0);
