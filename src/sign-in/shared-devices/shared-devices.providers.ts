/**
 * Shared devices: browsers that the people of a unit share. Enrolment and its list, PINs, the names on a locked device, and
 * the gate that every request of such a browser passes. Part of the sign-in module; sessions themselves are its own.
 */
import { AllDevicesController } from './all-devices.controller.js';
import { CounterEntranceController } from './counter-entrance.controller.js';
import { CounterController } from './counter.controller.js';
import { CounterQueries } from './counter.queries.js';
import { Counter } from './counter.service.js';
import { CounterSeatController } from './counter-seat.controller.js';
import { OwnPinController } from './own-pin.controller.js';
import { OwnPin } from './own-pin.service.js';
import { PinHashes } from './pin-hashes.service.js';
import { PinsQueries } from './pins.queries.js';
import { Pins } from './pins.service.js';
import { SharedDeviceLinks } from './shared-device-links.service.js';
import { SharedDevicesController } from './shared-devices.controller.js';
import { SharedDevicesJobs } from './shared-devices.jobs.js';
import { SharedDevicesQueries } from './shared-devices.queries.js';
import { SharedDevices } from './shared-devices.service.js';
import { SharedGate } from './shared-gate.service.js';
import { SharedPlacesQueries } from './shared-places.queries.js';
import { SharedSeats } from './shared-seats.service.js';
import { SharedSessionsQueries } from './shared-sessions.queries.js';

export const SHARED_DEVICE_CONTROLLERS = [
  CounterController,
  CounterEntranceController,
  CounterSeatController,
  OwnPinController,
  SharedDevicesController,
  AllDevicesController,
];

export const SHARED_DEVICE_PROVIDERS = [
  Counter,
  CounterQueries,
  OwnPin,
  PinHashes,
  Pins,
  PinsQueries,
  SharedDeviceLinks,
  SharedDevices,
  SharedDevicesJobs,
  SharedDevicesQueries,
  SharedGate,
  SharedPlacesQueries,
  SharedSeats,
  SharedSessionsQueries,
];
