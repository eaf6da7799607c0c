import { describeNetworkOf } from './whole-network.js';

describeNetworkOf(60_000, 60);
